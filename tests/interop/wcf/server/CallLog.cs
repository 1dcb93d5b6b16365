using System.IO;
using System.ServiceModel;

namespace Interop
{
    /// <summary>Writes a line for every call, before it is answered.</summary>
    static class CallLog
    {
        static TextWriter lines;

        public static void Open(string path)
        {
            lines = TextWriter.Synchronized(new StreamWriter(path) { AutoFlush = true });
        }

        /// <summary>Tells which operation was called, with which blocks and members.</summary>
        public static void Write(Request request)
        {
            var call = new Members();
            call.Set("operation", request.GetType().Name);
            call.Set("headers", Headers(request));
            call.Set("body", request);
            lines.WriteLine(Json.Text(call));
        }

        static Members Headers(Request request)
        {
            var blocks = new Members();
            var withTicket = request as TicketRequest;
            Add(blocks, "ApplicationToken", request.ApplicationToken);
            if (withTicket != null)
            {
                Add(blocks, "Credentials", withTicket.Credentials);
                Add(blocks, "TimeZone", withTicket.TimeZone);
            }
            return blocks;
        }

        static void Add(Members blocks, string name, object value)
        {
            var headers = OperationContext.Current.IncomingMessageHeaders;
            if (headers.FindHeader(name, Names.Contract) >= 0 || value != null)
                blocks.Set(name, value);
        }
    }
}
