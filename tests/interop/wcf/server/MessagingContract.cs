using System.ServiceModel;

namespace Interop
{
    [ServiceContract(Name = "Messaging", Namespace = Names.Contract)]
    public interface IMessaging
    {
        [OperationContract, FaultContract(typeof(SoExceptionInfo))]
        CreateMessageReply CreateMessage(CreateMessage request);

        [OperationContract, FaultContract(typeof(SoExceptionInfo))]
        GetDeliveryStatusReply GetDeliveryStatus(GetDeliveryStatus request);

        [OperationContract, FaultContract(typeof(SoExceptionInfo))]
        SetDeliveryStatusReply SetDeliveryStatus(SetDeliveryStatus request);

        [OperationContract, FaultContract(typeof(SoExceptionInfo))]
        SendMessagesReply SendMessages(SendMessages request);

        [OperationContract, FaultContract(typeof(SoExceptionInfo))]
        SendMessagesWithConfigReply SendMessagesWithConfig(SendMessagesWithConfig request);

        [OperationContract, FaultContract(typeof(SoExceptionInfo))]
        GetPluginsReply GetPlugins(GetPlugins request);
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class CreateMessage : TicketRequest
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public IncomingMessage IncomingMessage
        {
            get { return Get<IncomingMessage>(); }
            set { Set(value); }
        }
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class GetDeliveryStatus : TicketRequest
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public int[] MessagingIds { get { return Get<int[]>(); } set { Set(value); } }
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class SetDeliveryStatus : TicketRequest
    {
        [MessageBodyMember(Namespace = Names.Contract, Order = 1)]
        public string Plugin { get { return Get<string>(); } set { Set(value); } }

        [MessageBodyMember(Namespace = Names.Contract, Order = 2)]
        public string ExternalMessageId { get { return Get<string>(); } set { Set(value); } }

        [MessageBodyMember(Namespace = Names.Contract, Order = 3)]
        public int Status { get { return Get<int>(); } set { Set(value); } }

        [MessageBodyMember(Namespace = Names.Contract, Order = 4)]
        public string StatusDescription { get { return Get<string>(); } set { Set(value); } }
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class SendMessages : TicketRequest
    {
        [MessageBodyMember(Namespace = Names.Contract, Order = 1)]
        public string Plugin { get { return Get<string>(); } set { Set(value); } }

        [MessageBodyMember(Namespace = Names.Contract, Order = 2)]
        public OutgoingMessage[] OutgoingMessages
        {
            get { return Get<OutgoingMessage[]>(); }
            set { Set(value); }
        }
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class SendMessagesWithConfig : TicketRequest
    {
        [MessageBodyMember(Namespace = Names.Contract, Order = 1)]
        public string Plugin { get { return Get<string>(); } set { Set(value); } }

        [MessageBodyMember(Namespace = Names.Contract, Order = 2)]
        public OutgoingMessage[] OutgoingMessages
        {
            get { return Get<OutgoingMessage[]>(); }
            set { Set(value); }
        }

        [MessageBodyMember(Namespace = Names.Contract, Order = 3)]
        public StringDictionary Config
        {
            get { return Get<StringDictionary>(); }
            set { Set(value); }
        }
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class GetPlugins : TicketRequest { }

    [MessageContract(WrapperName = "CreateMessageResponse", WrapperNamespace = Names.Contract)]
    public class CreateMessageReply : Reply { }

    [MessageContract(WrapperName = "SetDeliveryStatusResponse", WrapperNamespace = Names.Contract)]
    public class SetDeliveryStatusReply : Reply { }

    [MessageContract(WrapperName = "GetDeliveryStatusResponse", WrapperNamespace = Names.Contract)]
    public class GetDeliveryStatusReply : Reply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public MessageDeliveryStatus[] Response;
    }

    [MessageContract(WrapperName = "SendMessagesResponse", WrapperNamespace = Names.Contract)]
    public class SendMessagesReply : Reply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public MessageDeliveryStatus[] Response;
    }

    [MessageContract(
        WrapperName = "SendMessagesWithConfigResponse", WrapperNamespace = Names.Contract)]
    public class SendMessagesWithConfigReply : Reply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public MessageDeliveryStatus[] Response;
    }

    [MessageContract(WrapperName = "GetPluginsResponse", WrapperNamespace = Names.Contract)]
    public class GetPluginsReply : Reply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public ProviderInfo[] Response;
    }
}
