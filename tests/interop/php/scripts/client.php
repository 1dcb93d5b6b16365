<?php

/*
 * Calls an operation with PHP's own SoapClient: the call comes as JSON on standard input,
 * what PHP made of the answer goes as JSON to standard output.
 */

declare(strict_types=1);

require __DIR__ . '/described.php';

const NAMESPACE_OF_BLOCKS = 'http://www.superoffice.net/ws/crm/NetServer/Services86';

$call = json_decode(stream_get_contents(STDIN), false, 512, JSON_THROW_ON_ERROR);
$client = new SoapClient($call->wsdl, [
    'location' => $call->location,
    'soap_version' => $call->soap_1_2 ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    'trace' => true,
    'keep_alive' => false,
]);
$blocks = [];
foreach (get_object_vars($call->headers) as $name => $data) {
    $blocks[] = new SoapHeader(NAMESPACE_OF_BLOCKS, $name, $data);
}
$replied = [];
$result = $fault = null;
try {
    $arguments = is_array($call->arguments) ? $call->arguments : [$call->arguments];
    $result = $client->__soapCall($call->operation, $arguments, null, $blocks, $replied);
} catch (SoapFault $caught) {
    $fault = (object) [
        'code' => $caught->faultcode,
        'namespace' => $caught->faultcodens ?? null,
        'reason' => $caught->faultstring,
        'actor' => $caught->faultactor ?? null,
        'detail' => $caught->detail ?? null,
    ];
}
if (is_array($result) && !array_is_list($result)) {
    $result = (object) $result; // several parts of style rpc, by their names
}
echo json_encode([
    'result' => described($result),
    'fault' => described($fault),
    'headers' => described((object) $replied),
    'status' => strtok($client->__getLastResponseHeaders() ?? '', "\r\n"),
], JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION);
