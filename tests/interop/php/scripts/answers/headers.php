<?php

/* Answers with header blocks; SoapServer writes them by the WSDL where it knows them. */

declare(strict_types=1);

const NS = 'http://www.superoffice.net/ws/crm/NetServer/Services86';

/** @param array<string, mixed> $blocks */
function with_blocks(SoapServer $server, array $blocks, bool $must_understand = false): array
{
    foreach ($blocks as $name => $data) {
        $server->addSoapHeader(new SoapHeader(NS, $name, $data, $must_understand));
    }
    return ['Response' => ['MessageDeliveryStatus' => [['Status' => 1, 'MessagingId' => 7]]]];
}

/** A null block becomes an empty element; one that is nil has to be written by hand. */
function nil_block(string $name): SoapVar
{
    $xsi = 'http://www.w3.org/2001/XMLSchema-instance';
    $xml = sprintf('<n:%s xmlns:n="%s" xmlns:x="%s" x:nil="1"/>', $name, NS, $xsi);
    return new SoapVar($xml, XSD_ANYXML);
}

function exception_info(): stdClass
{
    return (object) [
        'Message' => 'No plugin',
        'StackTrace' => "at Send()\r\nat Main()",
        'FriendlyText' => 'Choose <another> plugin.',
        'ExceptionType' => 'Messaging.PluginException',
        'Source' => null,
        'InnerException' => (object) [
            'Message' => 'Not found',
            'InnerException' => null,
            'Parameters' => new stdClass(),
        ],
        'Parameters' => (object) ['SoExceptionInfoParametersKeyValuePair' => [
            (object) ['Key' => 'plugin', 'Value' => 'sms'],
            (object) ['Key' => 'route', 'Value' => null],
        ]],
    ];
}

return [
    'headers-all' => fn (SoapServer $server) => with_blocks($server, [
        'ExtraInfo' => (object) ['ExtraInfoNameValuePair' => [
            (object) ['Key' => 'licence', 'Value' => 'expires soon'],
            (object) ['Key' => '', 'Value' => ''],
            (object) ['Key' => 'nothing', 'Value' => null],
        ]],
        'Succeeded' => true,
        'TimeZone' => (object) ['SoTimeZoneId' => 261, 'SoTimeZoneLocationCode' => 'NO'],
    ]),
    'headers-null' => fn (SoapServer $server) => with_blocks($server, [
        'ExceptionInfo' => null,
        'ExtraInfo' => null,
        'Succeeded' => true,
        'TimeZone' => null,
    ]),
    'headers-nil' => fn (SoapServer $server) => with_blocks($server, [
        'ExceptionInfo' => nil_block('ExceptionInfo'),
        'ExtraInfo' => nil_block('ExtraInfo'),
        'Succeeded' => true,
        'TimeZone' => nil_block('TimeZone'),
    ]),
    'headers-empty' => fn (SoapServer $server) => with_blocks($server, [
        'ExtraInfo' => new stdClass(),
        'TimeZone' => new stdClass(),
    ]),
    'headers-must-understand' => fn (SoapServer $server) => with_blocks(
        $server,
        ['Succeeded' => true],
        must_understand: true,
    ),
    'headers-unknown' => function (SoapServer $server) {
        $next = 'http://schemas.xmlsoap.org/soap/actor/next';
        $server->addSoapHeader(new SoapHeader('urn:trace', 'Id', 'a<b', false, $next));
        $server->addSoapHeader(new SoapHeader('urn:trace', 'Hops', ['Hop' => [1, 2]]));
        return with_blocks($server, ['Succeeded' => true]);
    },
    'headers-failed' => fn (SoapServer $server) => with_blocks($server, [
        'ExceptionInfo' => exception_info(),
        'Succeeded' => false,
    ]),
    'headers-failed-silently' => fn (SoapServer $server) => with_blocks($server, [
        'Succeeded' => false,
    ]),
    'headers-failed-though-succeeded' => fn (SoapServer $server) => with_blocks($server, [
        'Succeeded' => true,
        'ExceptionInfo' => exception_info(),
    ]),
    'headers-failed-without-body' => function (SoapServer $server) {
        with_blocks($server, ['Succeeded' => false, 'ExceptionInfo' => exception_info()]);
        return null;
    },
    'headers-failed-with-status-500' => function (SoapServer $server) {
        http_response_code(500);
        return with_blocks($server, ['ExceptionInfo' => exception_info()]);
    },
    'headers-failed-with-fault' => function (SoapServer $server) {
        with_blocks($server, ['Succeeded' => false, 'ExceptionInfo' => exception_info()]);
        throw new SoapFault('Server', 'both told');
    },
];
