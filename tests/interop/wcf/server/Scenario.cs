using System.ServiceModel;
using System.ServiceModel.Channels;

namespace Interop
{
    /// <summary>How a call wants to be answered: what its HTTP header says.</summary>
    static class Scenario
    {
        const string HttpHeader = "X-Scenario";

        /// <summary>The running call's scenario; empty or null for the plain answer.</summary>
        public static string Current
        {
            get
            {
                var properties = OperationContext.Current.IncomingMessageProperties;
                var http = (HttpRequestMessageProperty)properties[HttpRequestMessageProperty.Name];
                return http.Headers[HttpHeader];
            }
        }
    }
}
