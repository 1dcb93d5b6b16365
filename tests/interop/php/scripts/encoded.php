<?php

/*
 * Serves a contract in SOAP encoding with PHP's own SoapServer. What PHP understood of each
 * call is appended to the log before anything is replied.
 */

declare(strict_types=1);

require __DIR__ . '/described.php';

ini_set('display_errors', '0');

const NAMESPACE_OF_TYPES = 'urn:example:orders';

/** Answers every operation of the golden case rpc-encoded. */
final class Orders
{
    /** @param list<mixed> $arguments */
    public function __call(string $name, array $arguments): mixed
    {
        $entry = ['operation' => $name, 'arguments' => described($arguments)];
        $flags = JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION;
        $line = json_encode($entry, $flags) . "\n";
        file_put_contents(getenv('INTEROP_LOG'), $line, FILE_APPEND);
        return match ($name) {
            'Store' => $arguments[0]->Number,
            'Sort' => array_reverse($arguments[0]),
            // The same object three times: PHP refers to it.
            'Split' => [
                'first' => $arguments[0],
                'rest' => (object) ['Order' => [$arguments[0], $arguments[0]]],
            ],
            'Find' => $this->found($arguments[0]),
            'Tag' => [$arguments[0], []],
            default => null,
        };
    }

    private function found(int $number): ?SoapVar
    {
        if ($number < 0) {
            return null;
        }
        $order = ['Number' => $number, 'Hours' => 3, 'Step' => ['a', 'b']];
        return new SoapVar($order, SOAP_ENC_OBJECT, 'UrgentOrder', NAMESPACE_OF_TYPES);
    }
}

$server = new SoapServer(getenv('INTEROP_WSDL'), [
    'cache_wsdl' => WSDL_CACHE_NONE,
    // A list of one is a list, not its item.
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$server->setObject(new Orders());
$server->handle();
