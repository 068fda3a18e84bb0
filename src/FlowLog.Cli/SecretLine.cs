using System.Text;

namespace FlowLog.Cli;

/// <summary>A line that is typed and not shown.</summary>
internal static class SecretLine
{
    /// <summary>Reads from the keyboard up to Enter; Backspace takes a letter back.</summary>
    public static string Read()
    {
        var line = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                line.Length = Math.Max(0, line.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                line.Append(key.KeyChar);
        }

        return line.ToString();
    }
}
