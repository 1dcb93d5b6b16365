using System.ServiceModel;

namespace Interop
{
    [ServiceBehavior(ConcurrencyMode = ConcurrencyMode.Multiple)]
    class PrincipalService : ISoPrincipal
    {
        public GetSystemInfoReply GetSystemInfo(GetSystemInfo request)
        {
            var reply = Answers.Answer(request, new GetSystemInfoReply());
            reply.SystemInfo = SystemInfoReplies.Of();
            return reply;
        }

        public AuthenticateReply AuthenticateImplicit(AuthenticateImplicit request)
        {
            return SignIn(request, "implicit");
        }

        public AuthenticateReply AuthenticateUsernamePassword(AuthenticateUsernamePassword request)
        {
            return SignIn(request, request.UserName);
        }

        public AuthenticateReply AuthenticateGeneric(AuthenticateGeneric request)
        {
            return SignIn(request, "generic");
        }

        public AuthenticateReply AuthenticateWithAccessToken(AuthenticateWithAccessToken request)
        {
            return SignIn(request, request.AccessToken);
        }

        static AuthenticateReply SignIn(Request request, string name)
        {
            var reply = Answers.Answer(request, new AuthenticateReply());
            reply.AuthenticationSucceeded = Scenario.Current != "refused";
            if (Scenario.Current == "nil-result" || !reply.AuthenticationSucceeded)
                return reply;
            reply.Response = PrincipalReplies.Of(name);
            reply.Credentials = new SoCredentials { Ticket = "7T:" + name };
            return reply;
        }
    }
}
