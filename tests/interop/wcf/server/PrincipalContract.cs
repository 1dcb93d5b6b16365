using System.ServiceModel;

namespace Interop
{
    [ServiceContract(Name = "SoPrincipal", Namespace = Names.Contract)]
    public interface ISoPrincipal
    {
        [OperationContract]
        GetSystemInfoReply GetSystemInfo(GetSystemInfo request);

        [OperationContract]
        AuthenticateReply AuthenticateImplicit(AuthenticateImplicit request);

        [OperationContract]
        AuthenticateReply AuthenticateUsernamePassword(AuthenticateUsernamePassword request);

        [OperationContract]
        AuthenticateReply AuthenticateGeneric(AuthenticateGeneric request);

        [OperationContract]
        AuthenticateReply AuthenticateWithAccessToken(AuthenticateWithAccessToken request);
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class GetSystemInfo : Request { }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class AuthenticateImplicit : Request { }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class AuthenticateUsernamePassword : Request
    {
        [MessageBodyMember(Namespace = Names.Contract, Order = 1)]
        public string UserName { get { return Get<string>(); } set { Set(value); } }

        [MessageBodyMember(Namespace = Names.Contract, Order = 2)]
        public string Password { get { return Get<string>(); } set { Set(value); } }
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class AuthenticateGeneric : Request
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public AuthenticationGenericData AuthenticationData
        {
            get { return Get<AuthenticationGenericData>(); }
            set { Set(value); }
        }
    }

    [MessageContract(WrapperNamespace = Names.Contract)]
    public class AuthenticateWithAccessToken : Request
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public string AccessToken { get { return Get<string>(); } set { Set(value); } }
    }

    [MessageContract(WrapperName = "GetSystemInfoResponse", WrapperNamespace = Names.Contract)]
    public class GetSystemInfoReply : Reply
    {
        [MessageBodyMember(Namespace = Names.Contract)]
        public SoSystemInfoCarrier SystemInfo;
    }

    [MessageContract(WrapperName = "AuthenticateResponse", WrapperNamespace = Names.Contract)]
    public class AuthenticateReply : Reply
    {
        [MessageBodyMember(Namespace = Names.Contract, Order = 1)]
        public SoPrincipalCarrier Response;

        [MessageBodyMember(Namespace = Names.Contract, Order = 2)]
        public SoCredentials Credentials;

        [MessageBodyMember(Namespace = Names.Contract, Order = 3)]
        public bool AuthenticationSucceeded;
    }
}
