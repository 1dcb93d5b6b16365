using System;
using System.Net;
using System.Net.Sockets;
using System.ServiceModel;
using System.ServiceModel.Channels;
using System.ServiceModel.Description;
using System.Threading;
using System.Xml;

namespace Interop
{
    /// <summary>
    /// Serves until standard input ends. The argument is the file for the log of calls; the
    /// address is printed once all services answer.
    /// </summary>
    static class Program
    {
        /// <summary>
        /// How often each service is served: mono pauses for 100 ms after every call.
        /// </summary>
        const int Lanes = 8;

        static void Main(string[] arguments)
        {
            // Each service keeps a thread waiting; new ones beyond this come half a second late.
            ThreadPool.SetMinThreads(64, 64);
            CallLog.Open(arguments[0]);
            var address = "http://127.0.0.1:" + FreePort();
            for (var lane = 0; lane < Lanes; lane++)
            {
                var path = address + "/" + lane;
                Serve(typeof(MessagingService), typeof(IMessaging), path + "/Messaging.svc");
                Serve(typeof(PrincipalService), typeof(ISoPrincipal), path + "/SoPrincipal.svc");
            }
            Serve(
                typeof(DetailedMessagingService), typeof(IMessaging),
                address + "/detailed/Messaging.svc");
            Serve(
                typeof(Sparse.MessagingService), typeof(Sparse.IMessaging),
                address + "/sparse/Messaging.svc");
            Serve(
                typeof(Sparse.PrincipalService), typeof(Sparse.ISoPrincipal),
                address + "/sparse/SoPrincipal.svc");
            ServeWithDefaults(
                typeof(MessagingService), typeof(IMessaging), address + "/defaults/Messaging.svc");
            Console.WriteLine("ready " + address);
            Console.In.ReadToEnd();
            // Not at the end of Main: the services' threads would keep the process.
            Environment.Exit(0);
        }

        static int FreePort()
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            return port;
        }

        /// <summary>Serves without the limits that would refuse thousands of messages.</summary>
        static void Serve(Type service, Type contract, string address)
        {
            var binding = new BasicHttpBinding
            {
                MaxReceivedMessageSize = 64 << 20,
                ReaderQuotas = XmlDictionaryReaderQuotas.Max,
            };
            Open(service, contract, binding, address, int.MaxValue);
        }

        /// <summary>
        /// Serves as WCF does by default. Mono's transport knows no limit, and its serializer
        /// only those that it is told.
        /// </summary>
        static void ServeWithDefaults(Type service, Type contract, string address)
        {
            Open(service, contract, new BasicHttpBinding(), address, 65536);
        }

        static void Open(
            Type service, Type contract, Binding binding, string address, int maxItems)
        {
            var host = new ServiceHost(service);
            host.Description.Behaviors.Add(new FaultWriter());
            host.Description.Behaviors.Add(
                new ServiceThrottlingBehavior { MaxConcurrentSessions = 1 });
            var endpoint = host.AddServiceEndpoint(contract, binding, address);
            foreach (var operation in endpoint.Contract.Operations)
                Serializer(operation).MaxItemsInObjectGraph = maxItems;
            host.Open();
        }

        static DataContractSerializerOperationBehavior Serializer(OperationDescription operation)
        {
            var serializer = operation.Behaviors.Find<DataContractSerializerOperationBehavior>();
            if (serializer == null)
            {
                serializer = new DataContractSerializerOperationBehavior(operation);
                operation.Behaviors.Add(serializer);
            }
            return serializer;
        }
    }
}
