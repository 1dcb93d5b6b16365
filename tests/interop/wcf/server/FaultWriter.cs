using System;
using System.Collections.ObjectModel;
using System.ServiceModel;
using System.ServiceModel.Channels;
using System.ServiceModel.Description;
using System.ServiceModel.Dispatcher;

namespace Interop
{
    /// <summary>
    /// Sends a FaultException as the fault that it describes, as .NET does; mono would make
    /// an internal error of all that have no declared detail.
    /// </summary>
    class FaultWriter : IErrorHandler, IServiceBehavior
    {
        public bool HandleError(Exception error)
        {
            return false;
        }

        public void ProvideFault(Exception error, MessageVersion version, ref Message fault)
        {
            var described = error as FaultException;
            if (described != null)
                fault = Message.CreateMessage(
                    version, described.CreateMessageFault(), described.Action);
        }

        public void ApplyDispatchBehavior(ServiceDescription service, ServiceHostBase host)
        {
            foreach (ChannelDispatcher dispatcher in host.ChannelDispatchers)
                dispatcher.ErrorHandlers.Add(this);
        }

        public void AddBindingParameters(
            ServiceDescription service, ServiceHostBase host,
            Collection<ServiceEndpoint> endpoints, BindingParameterCollection parameters)
        {
        }

        public void Validate(ServiceDescription service, ServiceHostBase host) { }
    }
}
