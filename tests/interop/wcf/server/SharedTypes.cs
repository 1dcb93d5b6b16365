using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Interop
{
    [DataContract(Namespace = Names.Contract)]
    public class Carrier : Record
    {
        [DataMember(Order = 1)]
        public TableRight TableRight { get { return Get<TableRight>(); } set { Set(value); } }

        [DataMember(Order = 2)]
        public FieldPropertyDictionary FieldProperties
        {
            get { return Get<FieldPropertyDictionary>(); }
            set { Set(value); }
        }
    }

    [DataContract(Namespace = Names.Contract)]
    public class TableRight : Record
    {
        [DataMember(Order = 1)]
        public ETableRight Mask { get { return Get<ETableRight>(); } set { Set(value); } }

        [DataMember(Order = 2)]
        public string Reason { get { return Get<string>(); } set { Set(value); } }
    }

    [DataContract(Namespace = Names.Contract)]
    public class FieldProperty : Record
    {
        [DataMember(Order = 1)]
        public FieldRight FieldRight { get { return Get<FieldRight>(); } set { Set(value); } }

        [DataMember(Order = 2)]
        public string FieldType { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 3)]
        public int FieldLength { get { return Get<int>(); } set { Set(value); } }
    }

    [DataContract(Namespace = Names.Contract)]
    public class FieldRight : Record
    {
        [DataMember(Order = 1)]
        public EFieldRight Mask { get { return Get<EFieldRight>(); } set { Set(value); } }

        [DataMember(Order = 2)]
        public string Reason { get { return Get<string>(); } set { Set(value); } }
    }

    [CollectionDataContract(
        Namespace = Names.Contract, ItemName = "FieldPropertyDictionaryKeyValuePair",
        KeyName = "Key", ValueName = "Value")]
    public class FieldPropertyDictionary : Dictionary<string, FieldProperty> { }

    [Flags]
    [DataContract(Namespace = Names.Contract)]
    public enum ETableRight
    {
        [EnumMember] Select = 1,
        [EnumMember] Update = 2,
        [EnumMember] Insert = 4,
        [EnumMember] Delete = 8,
        [EnumMember] Filtering = 16,
        [EnumMember] RestrictedUpdate = 32,
    }

    [Flags]
    [DataContract(Namespace = Names.Contract)]
    public enum EFieldRight
    {
        [EnumMember] Read = 1,
        [EnumMember] Write = 2,
        [EnumMember] Unused1 = 4,
        [EnumMember] Unused2 = 8,
        [EnumMember] Unused3 = 16,
        [EnumMember] Unused4 = 32,
        [EnumMember] UIHintMandatory = 64,
        [EnumMember] UIHintReadOnly = 128,
        [EnumMember] UndefinedValue256 = 256,
    }
}
