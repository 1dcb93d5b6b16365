<?php

/* What the operations of Messaging return, as PHP programmers write it. */

declare(strict_types=1);

/** The wrapper element's content around statuses. */
function statuses(mixed ...$items): array
{
    return ['Response' => ['MessageDeliveryStatus' => $items]];
}

function status_saying(mixed $text): array
{
    return ['Status' => 1, 'StatusDescription' => $text, 'MessagingId' => 7];
}

function plugins(mixed ...$items): array
{
    return ['Response' => ['ProviderInfo' => $items]];
}

return [
    'nothing' => fn () => null,
    'nothing-object' => fn () => new stdClass(),

    'statuses-all-members' => fn () => statuses(
        (object) [
            'TableRight' => (object) ['Mask' => 'Select Update', 'Reason' => 'mine'],
            'FieldProperties' => (object) ['FieldPropertyDictionaryKeyValuePair' => [
                (object) ['Key' => 'Status', 'Value' => (object) [
                    'FieldRight' => (object) ['Mask' => 'Read UIHintReadOnly', 'Reason' => ''],
                    'FieldType' => 'int',
                    'FieldLength' => 4,
                ]],
                (object) ['Key' => 'Other', 'Value' => null],
            ]],
            'Status' => 1,
            'StatusDescription' => 'sent',
            'MessagingId' => 7,
        ],
        (object) [
            'TableRight' => (object) ['Mask' => '', 'Reason' => null],
            'FieldProperties' => new stdClass(),
            'Status' => -2147483648,
            'StatusDescription' => '',
            'MessagingId' => 2147483647,
        ],
    ),
    'statuses-declared-out-of-order' => fn () => statuses([
        'MessagingId' => 9, 'StatusDescription' => 'late', 'Status' => 2,
        'TableRight' => ['Reason' => 'r', 'Mask' => 'Insert'],
    ]),
    'statuses-flags-as-array' => fn () => statuses(
        ['Status' => 0, 'MessagingId' => 1, 'TableRight' => ['Mask' => ['Select', 'Delete']]],
        ['Status' => 0, 'MessagingId' => 2, 'TableRight' => ['Mask' => []]],
    ),
    'statuses-omitted-members' => fn () => statuses(['Status' => 0, 'MessagingId' => 0]),
    'statuses-null-members' => fn () => statuses([
        'TableRight' => null, 'FieldProperties' => null, 'Status' => 0,
        'StatusDescription' => null, 'MessagingId' => 0,
    ]),
    'statuses-one-not-in-a-list' => fn () => ['Response' => [
        'MessageDeliveryStatus' => ['Status' => 1, 'MessagingId' => 7],
    ]],
    'statuses-empty-list' => fn () => statuses(),
    'statuses-empty-array' => fn () => ['Response' => []],
    'statuses-empty-object' => fn () => ['Response' => new stdClass()],
    'statuses-null' => fn () => ['Response' => null],
    'statuses-null-item' => fn () => statuses(['Status' => 1, 'MessagingId' => 7], null),
    'statuses-without-id' => fn () => statuses(['Status' => 1]),
    'statuses-null-id' => fn () => statuses(['Status' => 1, 'MessagingId' => null]),
    'statuses-text-ids' => fn () => statuses(['Status' => '12', 'MessagingId' => ' -7 ']),
    'statuses-boolean-status' => fn () => statuses(['Status' => true, 'MessagingId' => false]),
    'statuses-float-status' => fn () => statuses(['Status' => 3.0, 'MessagingId' => 1e9]),
    'statuses-id-too-great' => fn () => statuses(['Status' => 1, 'MessagingId' => 2147483648]),
    'statuses-one-thousand' => fn () => statuses(...array_map(
        fn (int $id) => ['Status' => $id % 5, 'MessagingId' => $id],
        range(1, 1000),
    )),

    // What was sent comes back in another type.
    'echo' => fn (SoapServer $server, stdClass $sent) => statuses(...array_map(
        fn (stdClass $message) => [
            'TableRight' => $message->TableRight ?? null,
            'FieldProperties' => $message->FieldProperties ?? null,
            'Status' => 0,
            'StatusDescription' => $message->Content ?? null,
            'MessagingId' => $message->ParentMessagingId ?? 0,
        ],
        $sent->OutgoingMessages->OutgoingMessage ?? [],
    )),

    'texts' => fn () => statuses(
        status_saying("a\rb\r\nc\nd\te"),
        status_saying("]]>&<>\"'&amp;"),
        status_saying("\u{1F600}\u{10FFFD}\u{E9}e\u{301}\u{A0}\u{2028}"),
        status_saying(" both ends "),
        status_saying(" \t "),
        status_saying("\n"),
        status_saying(12.5),
        status_saying(true),
    ),
    'text-with-a-control-character' => fn () => statuses(status_saying("a\x01b")),
    'text-in-latin-1' => fn () => statuses(status_saying("caf\xE9")),

    'plugins' => fn () => plugins(
        (object) [
            'TableRight' => null,
            'Name' => 'sms',
            'SupportedMessagingFormats' => (object) ['string' => ['sms/160', '', 'sms/mms']],
            'SupportsConfig' => true,
        ],
        (object) [
            'Name' => null,
            'SupportedMessagingFormats' => (object) ['string' => 'smtp/rfc822'],
            'SupportsConfig' => false,
        ],
        (object) ['SupportedMessagingFormats' => new stdClass(), 'SupportsConfig' => 1],
        (object) ['SupportedMessagingFormats' => null, 'SupportsConfig' => ''],
        (object) ['Name' => ''],
    ),
    'plugins-null-format' => fn () => plugins([
        'SupportedMessagingFormats' => ['string' => ['sms/160', null]],
    ]),
];
