using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Interop
{
    /// <summary>Writes what a call held as JSON, in ASCII.</summary>
    static class Json
    {
        public static string Text(object value)
        {
            var text = new StringBuilder();
            Write(text, value);
            return text.ToString();
        }

        static void Write(StringBuilder to, object value)
        {
            if (value == null)
                to.Append("null");
            else if (value is string)
                WriteString(to, (string)value);
            else if (value is bool)
                to.Append((bool)value ? "true" : "false");
            else if (value is int)
                to.Append(((int)value).ToString(CultureInfo.InvariantCulture));
            else if (value is Enum)
                Write(to, Flags((Enum)value));
            else if (value is Members)
                WriteObject(to, ((Members)value).Entries);
            else if (value is IRecord)
                Write(to, ((IRecord)value).Members);
            else if (value is IDictionary)
                WriteObject(to, Pairs((IDictionary)value));
            else if (value is IEnumerable)
                WriteArray(to, (IEnumerable)value);
            else
                throw new NotSupportedException(value.GetType().FullName);
        }

        static string[] Flags(Enum value)
        {
            return Convert.ToInt64(value) == 0
                ? new string[0]
                : value.ToString().Split(new[] { ", " }, StringSplitOptions.None);
        }

        static IEnumerable<KeyValuePair<string, object>> Pairs(IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
                yield return new KeyValuePair<string, object>((string)entry.Key, entry.Value);
        }

        static void WriteObject(StringBuilder to, IEnumerable<KeyValuePair<string, object>> entries)
        {
            var separator = "{";
            foreach (var entry in entries)
            {
                to.Append(separator);
                WriteString(to, entry.Key);
                to.Append(':');
                Write(to, entry.Value);
                separator = ",";
            }
            to.Append(separator == "{" ? "{}" : "}");
        }

        static void WriteArray(StringBuilder to, IEnumerable items)
        {
            var separator = "[";
            foreach (var item in items)
            {
                to.Append(separator);
                Write(to, item);
                separator = ",";
            }
            to.Append(separator == "[" ? "[]" : "]");
        }

        static void WriteString(StringBuilder to, string text)
        {
            to.Append('"');
            foreach (var unit in text)
            {
                if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\')
                    to.Append("\\u").Append(((int)unit).ToString("x4"));
                else
                    to.Append(unit);
            }
            to.Append('"');
        }
    }
}
