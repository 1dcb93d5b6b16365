<?php

/*
 * Scenarios around the whole server: what a script prints before and after it, what a web
 * server or an output handler does to its reply, and replies that no SoapServer made.
 */

declare(strict_types=1);

/** A reply to GetPlugins as one writes it by hand. */
function by_hand(): string
{
    return "\u{FEFF}" . <<<XML
        <?xml version='1.0' encoding='UTF-8' standalone='yes'?>
        <!-- built by hand -->
        <S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'>
          <S:Body>
            <GetPluginsResponse xmlns='http://www.superoffice.net/ws/crm/NetServer/Services86'
                xmlns:a='http://schemas.microsoft.com/2003/10/Serialization/Arrays'>
              <Response>
                <ProviderInfo>
                  <Name><![CDATA[<sms>]]></Name>
                  <SupportedMessagingFormats>
                    <a:string>sms/160</a:string>
                  </SupportedMessagingFormats>
                  <SupportsConfig> 1
                  </SupportsConfig>
                </ProviderInfo>
              </Response>
            </GetPluginsResponse>
          </S:Body>
        </S:Envelope>

        XML;
}

/** What `$serve` prints and the headers that it sets, held back. */
function captured(Closure $serve, ?string $answer = null): string
{
    ob_start();
    $serve($answer);
    // SoapServer has told the length; it changes.
    header_remove('Content-Length');
    return ob_get_clean();
}

return [
    'warning-before' => function (Closure $serve) {
        ini_set('display_errors', '1');
        ini_set('html_errors', '1');
        trigger_error('the cache folder is missing', E_USER_WARNING);
        $serve();
    },
    'warning-before-as-text' => function (Closure $serve) {
        ini_set('display_errors', '1');
        ini_set('html_errors', '0');
        trigger_error('the cache folder is missing', E_USER_WARNING);
        $serve();
    },
    'warning-before-a-fault' => function (Closure $serve) {
        ini_set('display_errors', '1');
        trigger_error('the cache folder is missing', E_USER_WARNING);
        $serve('busy');
    },
    'blank-lines-before' => function (Closure $serve) {
        echo "\n\n";
        $serve();
    },
    'bom-before' => function (Closure $serve) {
        echo "\u{FEFF}";
        $serve();
    },
    'warning-after' => function (Closure $serve) {
        $serve();
        ini_set('display_errors', '1');
        trigger_error('the cache folder is missing', E_USER_WARNING);
    },
    'warning-after-without-length' => function (Closure $serve) {
        echo captured($serve);
        ini_set('display_errors', '1');
        trigger_error('the cache folder is missing', E_USER_WARNING);
    },
    'exception-around' => function (Closure $serve) {
        ini_set('display_errors', '1');
        throw new RuntimeException('no configuration');
    },
    'exception-around-hidden' => fn () => throw new RuntimeException('no configuration'),
    'nothing-printed' => function () {
    },
    'html' => function () {
        echo '<!DOCTYPE html><html><body>Sign in first</body></html>';
    },
    'without-length' => function (Closure $serve) {
        echo captured($serve);
    },
    'ob_gzhandler' => function (Closure $serve) {
        ob_start('ob_gzhandler');
        $serve();
    },
    'zlib.output_compression' => function (Closure $serve) {
        ini_set('zlib.output_compression', '1');
        $serve();
    },
    'gzip-always' => function (Closure $serve) {
        $reply = captured($serve);
        header('Content-Encoding: gzip');
        echo gzencode($reply);
    },
    'gzip-of-a-fault' => function (Closure $serve) {
        $reply = captured($serve, 'busy');
        header('Content-Encoding: gzip');
        echo gzencode($reply);
    },
    'chunked' => function (Closure $serve) {
        $reply = captured($serve);
        header('Transfer-Encoding: chunked');
        foreach (str_split($reply, 50) as $chunk) {
            printf("%x\r\n%s\r\n", strlen($chunk), $chunk);
        }
        echo "0\r\n\r\n";
    },
    'chunked-cut' => function (Closure $serve) {
        $reply = captured($serve);
        header('Transfer-Encoding: chunked');
        printf("%x\r\n%s", strlen($reply), substr($reply, 0, 100));
    },
    'length-too-great' => function (Closure $serve) {
        $reply = captured($serve);
        header('Content-Length: ' . strlen($reply) + 1);
        echo $reply;
    },
    'length-too-small' => function (Closure $serve) {
        $reply = captured($serve);
        header('Content-Length: ' . strlen($reply) - 10);
        echo $reply;
    },
    'by-hand' => function () {
        header('Content-Type: application/xml');
        echo by_hand();
    },
    'by-hand-as-html' => function () {
        // PHP's own default where a script sets none.
        echo by_hand();
    },
    'redirect' => function () {
        header('Location: /elsewhere');
    },
    'unauthorized' => function () {
        header('WWW-Authenticate: Basic realm="php"', true, 401);
        echo 'Sign in.';
    },
];
