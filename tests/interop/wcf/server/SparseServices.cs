using System.ServiceModel;

namespace Interop.Sparse
{
    /// <summary>Parts of both contracts whose replies leave out every default value.</summary>
    [ServiceContract(Name = "Messaging", Namespace = Names.Contract)]
    public interface IMessaging
    {
        [OperationContract]
        GetDeliveryStatusReply GetDeliveryStatus(GetDeliveryStatus request);

        [OperationContract]
        GetPluginsReply GetPlugins(GetPlugins request);
    }

    [ServiceContract(Name = "SoPrincipal", Namespace = Names.Contract)]
    public interface ISoPrincipal
    {
        [OperationContract]
        GetSystemInfoReply GetSystemInfo(GetSystemInfo request);

        [OperationContract]
        AuthenticateReply AuthenticateImplicit(AuthenticateImplicit request);
    }

    [MessageContract(WrapperName = "GetDeliveryStatusResponse", WrapperNamespace = Names.Contract)]
    public class GetDeliveryStatusReply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public MessageDeliveryStatus[] Response;
    }

    [MessageContract(WrapperName = "GetPluginsResponse", WrapperNamespace = Names.Contract)]
    public class GetPluginsReply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public ProviderInfo[] Response;
    }

    [MessageContract(WrapperName = "GetSystemInfoResponse", WrapperNamespace = Names.Contract)]
    public class GetSystemInfoReply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public SoSystemInfoCarrier SystemInfo;
    }

    [MessageContract(WrapperName = "AuthenticateResponse", WrapperNamespace = Names.Contract)]
    public class AuthenticateReply
    {
        [MessageBodyMember(Namespace = Names.Contract, Order = 1)]
        public SoPrincipalCarrier Response;

        [MessageBodyMember(Namespace = Names.Contract, Order = 2)]
        public SoCredentials Credentials;
    }

    class MessagingService : IMessaging
    {
        public GetDeliveryStatusReply GetDeliveryStatus(GetDeliveryStatus request)
        {
            var statuses = new[]
            {
                new MessageDeliveryStatus { Status = 1, MessagingId = 41 },
                new MessageDeliveryStatus { Status = 2, MessagingId = 42, StatusDescription = "" },
            };
            if (Scenario.Current == "nothing")
                statuses[0] = new MessageDeliveryStatus();
            return new GetDeliveryStatusReply { Response = statuses };
        }

        public GetPluginsReply GetPlugins(GetPlugins request)
        {
            return new GetPluginsReply
            {
                Response = new[] { new ProviderInfo(), new ProviderInfo { Name = "sms" } },
            };
        }
    }

    class PrincipalService : ISoPrincipal
    {
        public GetSystemInfoReply GetSystemInfo(GetSystemInfo request)
        {
            var info = new SoSystemInfoCarrier
            {
                License = new LicenseInfo { PublicKey = new SignedPublicKey() },
            };
            return new GetSystemInfoReply { SystemInfo = info };
        }

        public AuthenticateReply AuthenticateImplicit(AuthenticateImplicit request)
        {
            return new AuthenticateReply
            {
                Response = new SoPrincipalCarrier { FunctionRights = new string[0] },
                Credentials = new SoCredentials { Ticket = "7T:sparse" },
            };
        }
    }
}
