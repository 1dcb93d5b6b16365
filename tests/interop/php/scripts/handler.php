<?php

declare(strict_types=1);

/** Takes every header block and every operation that SoapServer calls it with. */
final class Handler
{
    private const HEADER_BLOCKS = ['ApplicationToken', 'Credentials', 'TimeZone'];

    /** @var array<string, mixed> the header blocks of this call by name */
    private array $blocks = [];

    /** @param Closure(SoapServer): mixed $answer what the operation returns or throws */
    public function __construct(private SoapServer $server, private Closure $answer)
    {
    }

    /** @param list<mixed> $arguments */
    public function __call(string $name, array $arguments): mixed
    {
        if (in_array($name, self::HEADER_BLOCKS, true)) {
            if (array_key_exists($name, $this->blocks)) {
                throw new LogicException("a second header block $name");
            }
            [$this->blocks[$name]] = $arguments;
            return null;
        }
        append_to_log([
            'operation' => $name,
            'action' => $_SERVER['HTTP_SOAPACTION'] ?? null,
            'headers' => described((object) $this->blocks),
            'arguments' => described($arguments),
        ]);
        return ($this->answer)($this->server);
    }
}

/**
 * A value as JSON can tell it: objects stay objects, lists stay lists, and null, '' and
 * what is missing differ. Anything else that PHP might make of XML is refused.
 */
function described(mixed $value): mixed
{
    if (is_array($value)) {
        if (!array_is_list($value)) {
            throw new LogicException('an array with keys');
        }
        return array_map(described(...), $value);
    }
    if (is_object($value)) {
        if ($value::class !== stdClass::class) {
            throw new LogicException('an object of ' . $value::class);
        }
        return (object) array_map(described(...), get_object_vars($value));
    }
    return $value;
}

/** @param array<string, mixed> $entry */
function append_to_log(array $entry): void
{
    $flags = JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION;
    file_put_contents(getenv('INTEROP_LOG'), json_encode($entry, $flags) . "\n", FILE_APPEND);
}
