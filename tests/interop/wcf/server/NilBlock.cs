using System.ServiceModel.Channels;
using System.Xml;
using System.Xml.Schema;

namespace Interop
{
    /// <summary>A header block that is nil; a message contract leaves null blocks out.</summary>
    class NilBlock : MessageHeader
    {
        readonly string name;

        public NilBlock(string name)
        {
            this.name = name;
        }

        public override string Name { get { return name; } }

        public override string Namespace { get { return Names.Contract; } }

        protected override void OnWriteHeaderContents(
            XmlDictionaryWriter writer, MessageVersion version)
        {
            writer.WriteAttributeString("i", "nil", XmlSchema.InstanceNamespace, "true");
        }
    }
}
