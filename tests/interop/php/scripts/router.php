<?php

/*
 * Serves /Messaging/<scenario> and /SoPrincipal/<scenario> with PHP's own SoapServer.
 *
 * What PHP understood of each call is appended to the log before anything is replied. The
 * scenario then decides on the reply: as an answer, which is what an operation returns or
 * throws, or as a page, which goes around the whole server.
 */

declare(strict_types=1);

require __DIR__ . '/handler.php';

const WSDLS = ['Messaging' => 'messaging.wsdl', 'SoPrincipal' => 'so_principal.wsdl'];

ini_set('display_errors', '0');

[, $service, $scenario] = explode('/', $_SERVER['REQUEST_URI'], 3);
$answers = array_merge(
    require __DIR__ . '/answers/messaging.php',
    require __DIR__ . '/answers/principal.php',
    require __DIR__ . '/answers/headers.php',
    require __DIR__ . '/answers/faults.php',
);
$pages = require __DIR__ . '/pages.php';
if (!isset($answers[$scenario]) && !isset($pages[$scenario])) {
    http_response_code(404);
    exit("no scenario $scenario");
}

$serve = function (?string $answer = null) use ($service, $scenario, $answers): void {
    $answer ??= $scenario;
    $server = new SoapServer(getenv('INTEROP_WSDL') . '/' . WSDLS[$service], [
        'cache_wsdl' => WSDL_CACHE_NONE,
        // A list of one is a list, not its item.
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
        'send_errors' => $answer !== 'error-hidden',
    ]);
    $server->setObject(new Handler($server, $answers[$answer] ?? $answers['nothing']));
    $server->handle();
};
isset($pages[$scenario]) ? $pages[$scenario]($serve) : $serve();
