using System;
using System.ServiceModel;

namespace Interop
{
    /// <summary>What all operations do alike.</summary>
    static class Answers
    {
        const string SoapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

        /// <summary>Logs a call, then fails or fills the reply's header blocks.</summary>
        public static T Answer<T>(Request request, T reply) where T : Reply
        {
            CallLog.Write(request);
            switch (Scenario.Current)
            {
                case "typed-fault":
                    throw new FaultException<SoExceptionInfo>(
                        Expired(), new FaultReason("Refused: <ticket> & more"));
                case "untyped-fault":
                    throw new FaultException(
                        new FaultReason("There is no such plugin."),
                        new FaultCode("Client", SoapNamespace));
                case "coded-fault":
                    throw new FaultException(
                        new FaultReason("Sign in again."),
                        new FaultCode("TicketExpired", Names.Contract));
                case "unhandled-exception":
                    throw new InvalidOperationException(
                        "The queue is broken.", new TimeoutException("No answer."));
                case "expired-ticket":
                    reply.ExceptionInfo = Expired();
                    reply.Succeeded = false;
                    break;
                case "failed-without-a-word":
                    reply.Succeeded = false;
                    break;
                case "all-members":
                    reply.ExtraInfo = new SoExtraInfo
                    {
                        { "server", "north & east" }, { "node", null }, { "empty", "" },
                    };
                    reply.TimeZone = new SoTimeZone
                    {
                        SoTimeZoneId = 261, SoTimeZoneLocationCode = "NO",
                    };
                    break;
                case "empty-members":
                    reply.ExtraInfo = new SoExtraInfo();
                    reply.TimeZone = new SoTimeZone { SoTimeZoneLocationCode = "" };
                    break;
                case "nil-members":
                    reply.TimeZone = new SoTimeZone();
                    break;
                case "nil-blocks":
                    foreach (var name in new[] { "ExceptionInfo", "ExtraInfo", "TimeZone" })
                        OperationContext.Current.OutgoingMessageHeaders.Add(new NilBlock(name));
                    break;
            }
            return reply;
        }

        static SoExceptionInfo Expired()
        {
            return new SoExceptionInfo
            {
                Message = "The ticket is expired & gone.",
                StackTrace = "   at Tickets.Check()\n   at Service.Enter()",
                FriendlyText = "Please sign in again.",
                ExceptionType = "Interop.TicketExpiredException",
                Source = "Tickets",
                InnerException = new SoExceptionInfo
                {
                    Message = "", Parameters = new SoExceptionInfoParameters(),
                },
                Parameters = new SoExceptionInfoParameters
                {
                    { "hours", "6" }, { "user", null }, { "note", " <a> " },
                },
            };
        }
    }
}
