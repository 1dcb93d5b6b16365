<?php

declare(strict_types=1);

require __DIR__ . '/described.php';

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
        return ($this->answer)($this->server, ...$arguments);
    }
}

/** @param array<string, mixed> $entry */
function append_to_log(array $entry): void
{
    $flags = JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION;
    file_put_contents(getenv('INTEROP_LOG'), json_encode($entry, $flags) . "\n", FILE_APPEND);
}
