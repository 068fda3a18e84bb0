using System.Text;

namespace FlowLogFunctions.FlowLogs;

/// <summary>What Unicode 17 calls a CJK ideograph: the blocks, and the few of CJK Symbols with the property Ideographic.</summary>
internal static class CjkIdeographs
{
    private static readonly (int First, int Last)[] Blocks =
    [
        (0x3006, 0x3007), // the ideographic closing mark and zero
        (0x3021, 0x3029), // Hangzhou numerals
        (0x3038, 0x303A),
        (0x3400, 0x4DBF), // Extension A
        (0x4E00, 0x9FFF), // CJK Unified Ideographs
        (0xF900, 0xFAFF), // CJK Compatibility Ideographs
        (0x20000, 0x2A6DF), // Extension B
        (0x2A700, 0x2EE5D), // Extensions C, D, E, F, I, one after another
        (0x2F800, 0x2FA1F), // CJK Compatibility Ideographs Supplement
        (0x30000, 0x3347F), // Extensions G, H, J
    ];

    public static bool Contain(Rune rune) => Array.Exists(Blocks, block => rune.Value >= block.First && rune.Value <= block.Last);
}
