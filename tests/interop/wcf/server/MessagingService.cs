using System.ServiceModel;

namespace Interop
{
    [ServiceBehavior(ConcurrencyMode = ConcurrencyMode.Multiple)]
    class MessagingService : IMessaging
    {
        public CreateMessageReply CreateMessage(CreateMessage request)
        {
            return Answers.Answer(request, new CreateMessageReply());
        }

        public GetDeliveryStatusReply GetDeliveryStatus(GetDeliveryStatus request)
        {
            var reply = Answers.Answer(request, new GetDeliveryStatusReply());
            reply.Response = MessagingReplies.OfIds(request.MessagingIds);
            return reply;
        }

        public SetDeliveryStatusReply SetDeliveryStatus(SetDeliveryStatus request)
        {
            return Answers.Answer(request, new SetDeliveryStatusReply());
        }

        public SendMessagesReply SendMessages(SendMessages request)
        {
            var reply = Answers.Answer(request, new SendMessagesReply());
            reply.Response = MessagingReplies.OfMessages(request.OutgoingMessages);
            return reply;
        }

        public SendMessagesWithConfigReply SendMessagesWithConfig(SendMessagesWithConfig request)
        {
            var reply = Answers.Answer(request, new SendMessagesWithConfigReply());
            reply.Response = MessagingReplies.OfMessages(request.OutgoingMessages);
            return reply;
        }

        public GetPluginsReply GetPlugins(GetPlugins request)
        {
            var reply = Answers.Answer(request, new GetPluginsReply());
            reply.Response = MessagingReplies.Plugins();
            return reply;
        }
    }

    /// <summary>The same, telling its exceptions to clients.</summary>
    [ServiceBehavior(
        ConcurrencyMode = ConcurrencyMode.Multiple, IncludeExceptionDetailInFaults = true)]
    class DetailedMessagingService : MessagingService { }
}
