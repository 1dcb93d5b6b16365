<?php

/* Answers that fail. */

declare(strict_types=1);

function detail(): stdClass
{
    return (object) ['reason' => 'full', 'left' => 0, 'list' => [1, 2]];
}

return [
    'busy' => fn () => throw new SoapFault('Server', 'Too busy.'),
    'fault' => fn () => throw new SoapFault('Server', 'The database is away.'),
    'fault-returned' => fn () => new SoapFault('Client', 'Not like this.'),
    'fault-called' => fn (SoapServer $server) => $server->fault('Server', 'Called.'),
    'fault-namespace' => fn () => throw new SoapFault(['urn:codes', 'Busy'], 'Try later.'),
    'fault-custom-code' => fn () => throw new SoapFault('Messaging.Busy', 'Try later.'),
    'fault-undeclared-prefix' => fn () => throw new SoapFault('x:Busy', 'Try later.'),
    'fault-code-of-soap-1.2' => fn () => throw new SoapFault('Receiver', 'Try later.'),
    'fault-actor' => fn () => throw new SoapFault('Server', 'Passed on.', 'urn:gateway'),
    'fault-detail-text' => fn () => throw new SoapFault('Server', 'Full.', null, 'more <b>'),
    'fault-detail-object' => fn () => throw new SoapFault('Server', 'Full.', null, detail()),
    'fault-detail-any-xml' => fn () => throw new SoapFault('Server', 'Full.', null, new SoapVar(
        '<e:Full xmlns:e="urn:e" left="0">no &amp; room</e:Full>',
        XSD_ANYXML,
    )),
    'fault-detail-named' => fn () => throw new SoapFault(
        'Server',
        'Full.',
        null,
        detail(),
        'QuotaFault',
    ),
    'fault-text' => fn () => throw new SoapFault('Server', " \u{1F600} <&> ]]>\r\nsecond "),
    'fault-text-empty' => fn () => throw new SoapFault('Server', ''),
    'exception' => fn () => throw new RuntimeException('not caught'),
    'error' => fn () => intdiv(1, 0),
    'error-hidden' => fn () => intdiv(1, 0),
    'fault-of-soap-1.2' => function () {
        // No SoapServer of SOAP 1.1 does so; scripts that write their faults do.
        http_response_code(500);
        header('Content-Type: text/xml; charset=utf-8');
        exit(<<<XML
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
              <e:Code xmlns:e="http://www.w3.org/2003/05/soap-envelope">
                <e:Value>e:Receiver</e:Value>
              </e:Code>
              <Reason><Text xml:lang="en">Try later.</Text></Reason>
              <Detail><Full xmlns="urn:e"/></Detail>
            </s:Fault></s:Body></s:Envelope>
            XML);
    },
    'warning-inside' => function () {
        ini_set('display_errors', '1');
        trigger_error('inside the call', E_USER_WARNING);
        echo 'printed inside the call';
        return ['Response' => null];
    },
    'fatal-error' => function () {
        ini_set('memory_limit', '4M');
        return str_repeat('x', 64 * 1024 * 1024);
    },
    'exit' => fn () => exit(),
    'exit-with-text' => fn () => exit('Maintenance, back soon.'),
    'exit-500' => function () {
        http_response_code(500);
        exit();
    },
];
