using System.Linq;

namespace Interop
{
    /// <summary>The results of Messaging's operations, by the call's scenario.</summary>
    static class MessagingReplies
    {
        const ETableRight AllTableRights = (ETableRight)63;
        const EFieldRight AllFieldRights = (EFieldRight)511;

        /// <summary>For each id a status that repeats it.</summary>
        public static MessageDeliveryStatus[] OfIds(int[] ids)
        {
            return Special() ?? (ids ?? new int[0])
                .Select(id => new MessageDeliveryStatus { MessagingId = id, Status = id })
                .ToArray();
        }

        /// <summary>For each message a status that repeats its content.</summary>
        public static MessageDeliveryStatus[] OfMessages(OutgoingMessage[] messages)
        {
            if (Scenario.Current == "no-list")
                return null;
            return Special() ?? (messages ?? new OutgoingMessage[0])
                .Select((message, index) => new MessageDeliveryStatus
                {
                    Status = 1,
                    StatusDescription = message.Content,
                    MessagingId = index + 1,
                })
                .ToArray();
        }

        static MessageDeliveryStatus[] Special()
        {
            switch (Scenario.Current)
            {
                case "all-members": return AllMembers();
                case "nil-members":
                    return new[]
                    {
                        new MessageDeliveryStatus(),
                        new MessageDeliveryStatus
                        {
                            TableRight = new TableRight(),
                            FieldProperties = new FieldPropertyDictionary
                            {
                                { "right", new FieldProperty() },
                                { "mask", new FieldProperty { FieldRight = new FieldRight() } },
                                { "nothing", null },
                            },
                        },
                    };
                case "empty-members":
                    return new[]
                    {
                        new MessageDeliveryStatus
                        {
                            TableRight = new TableRight { Reason = "" },
                            FieldProperties = new FieldPropertyDictionary(),
                            StatusDescription = "",
                        },
                    };
                case "bounds":
                    return new[]
                    {
                        new MessageDeliveryStatus
                        {
                            Status = int.MinValue, MessagingId = int.MaxValue,
                        },
                    };
                case "empty-list": return new MessageDeliveryStatus[0];
                case "nil-item":
                    return new[] { new MessageDeliveryStatus(), null };
                case "illegal-character":
                    return new[] { new MessageDeliveryStatus { StatusDescription = "a\u0001b" } };
                default: return null;
            }
        }

        static MessageDeliveryStatus[] AllMembers()
        {
            return new[]
            {
                new MessageDeliveryStatus
                {
                    TableRight = new TableRight { Mask = AllTableRights, Reason = "owner" },
                    FieldProperties = new FieldPropertyDictionary
                    {
                        { "status", Property(AllFieldRights, "all", "int", 4) },
                        { "id", Property(EFieldRight.UIHintReadOnly, "one", "int", int.MaxValue) },
                        { "text", Property(0, "none", "string", -1) },
                    },
                    Status = 3,
                    StatusDescription = "received > read",
                    MessagingId = 41,
                },
                new MessageDeliveryStatus
                {
                    TableRight = new TableRight { Mask = ETableRight.Filtering, Reason = "guest" },
                    FieldProperties = new FieldPropertyDictionary(),
                    Status = 4,
                    StatusDescription = "replied",
                    MessagingId = 42,
                },
            };
        }

        static FieldProperty Property(EFieldRight mask, string reason, string type, int length)
        {
            return new FieldProperty
            {
                FieldRight = new FieldRight { Mask = mask, Reason = reason },
                FieldType = type,
                FieldLength = length,
            };
        }

        public static ProviderInfo[] Plugins()
        {
            switch (Scenario.Current)
            {
                case "no-list": return null;
                case "empty-list": return new ProviderInfo[0];
                case "nil-item":
                    return new[]
                    {
                        new ProviderInfo { SupportedMessagingFormats = new[] { "a", null } },
                    };
                case "all-members":
                    return new[]
                    {
                        new ProviderInfo
                        {
                            TableRight = new TableRight { Mask = AllTableRights, Reason = "all" },
                            FieldProperties = new FieldPropertyDictionary
                            {
                                { "name", Property(EFieldRight.Read, "one", "string", 255) },
                            },
                            Name = "sms",
                            SupportedMessagingFormats = new[] { "sms/160", "", " sms/mms " },
                            SupportsConfig = true,
                        },
                    };
                default:
                    return new[]
                    {
                        new ProviderInfo
                        {
                            Name = "smtp", SupportedMessagingFormats = new[] { "smtp/rfc822" },
                        },
                        new ProviderInfo { SupportedMessagingFormats = new string[0] },
                        new ProviderInfo(),
                    };
            }
        }
    }
}
