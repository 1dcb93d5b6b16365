<?php

/*
 * Serves the contract of the golden case soap-1-2 with PHP's own SoapServer.
 */

declare(strict_types=1);

final class Orders
{
    private string $locale = '';

    public function Locale(string $locale): void
    {
        $this->locale = $locale;
    }

    public function Place(stdClass $place): array
    {
        if ($place->Item === 'sold out') {
            throw new SoapFault('Receiver', 'gone', 'urn:role', ['Left' => 3], 'SoldOut');
        }
        if ($place->Item === 'refused') {
            throw new SoapFault('Sender', $this->locale);
        }
        return ['Numbers' => ['int' => [strlen($place->Item), 7]]];
    }

    public function Note(stdClass $note): void
    {
    }
}

$server = new SoapServer(getenv('INTEROP_WSDL'), [
    'soap_version' => SOAP_1_2,
    'cache_wsdl' => WSDL_CACHE_NONE,
]);
$server->setObject(new Orders());
$server->handle();
