using System.Globalization;

namespace FlowLog.Sql.Running;

/// <summary>Numbers as texts: a real one always shows that it is one.</summary>
internal static class NumberText
{
    public static string Of(IFormattable number)
    {
        var text = number.ToString(null, CultureInfo.InvariantCulture);
        return number is double && text.All(c => char.IsAsciiDigit(c) || c == '-') ? text + ".0" : text;
    }
}
