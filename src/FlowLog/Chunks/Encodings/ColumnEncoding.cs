namespace FlowLog.Chunks.Encodings;

/// <summary>The first byte of a column, and of each stream of integers within one. Numbers are never used again.</summary>
internal enum ColumnEncoding : byte
{
    /// <summary>One number in every row.</summary>
    Constant = 1,

    /// <summary>Runs of equal numbers: the numbers, and the lengths.</summary>
    RunLength = 2,

    /// <summary>Blocks of 256 numbers, each packed to bits by frame of reference or by differences, with exceptions.</summary>
    Blocks = 3,

    /// <summary>The different numbers in ascending order, and a code a row.</summary>
    Dictionary = 4,

    /// <summary>The difference to another column, modulo 2^64.</summary>
    Relative = 5,

    /// <summary>The different texts in ascending order, and a code a row.</summary>
    Texts = 6,

    /// <summary>The different addresses of the chunk in ascending order.</summary>
    Addresses = 7,

    /// <summary>A code a row into the column of addresses.</summary>
    AddressCodes = 8,
}
