<?php

declare(strict_types=1);

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
    if ($value instanceof SoapVar) {
        return described($value->enc_value); // in the detail of a fault, what says its type
    }
    if (is_object($value)) {
        if ($value::class !== stdClass::class) {
            throw new LogicException('an object of ' . $value::class);
        }
        return (object) array_map(described(...), get_object_vars($value));
    }
    return $value;
}
