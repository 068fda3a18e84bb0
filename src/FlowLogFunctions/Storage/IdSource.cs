using System.Security.Cryptography;

namespace FlowLogFunctions.Storage;

/// <summary>Makes ids that look like Alibaba Cloud's: a prefix and 17 random letters and digits.</summary>
internal sealed class IdSource(RandomNumberGenerator random)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 17;

    /// <param name="prefix">Such as <c>eni-</c>.</param>
    public string Next(string prefix) => prefix + Text(Length);

    /// <summary>Lower-case letters and digits; the first one a letter.</summary>
    public string Text(int length)
    {
        Span<byte> bytes = stackalloc byte[length * 8];
        random.GetBytes(bytes);
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            // 64 random bits a letter: the remainder's bias is below 2^-58.
            var number = BitConverter.ToUInt64(bytes[(i * 8)..]);
            text[i] = Letters[(int)(number % (i == 0 ? 26u : (uint)Letters.Length))];
        }

        return new string(text);
    }
}
