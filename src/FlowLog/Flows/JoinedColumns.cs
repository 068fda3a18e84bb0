namespace FlowLog.Flows;

/// <summary>Records of several parts as one, in the parts' order. A column that any part has, all have.</summary>
public static class JoinedColumns
{
    public static FlowColumns Of(IReadOnlyList<FlowColumns> parts)
    {
        var joined = new FlowColumns(parts.Sum(part => part.Count));
        foreach (var field in FlowFields.All.Where(field => parts.Any(part => part.Has(field))))
        {
            switch (field.Kind)
            {
                case FieldKind.Text:
                    joined.Set(field, Texts(field, parts, joined.Count));
                    break;
                case FieldKind.Address:
                    joined.Set(field, Addresses(field, parts, joined.Count));
                    break;
                default:
                    joined.Set(field, Numbers(field, parts, joined.Count));
                    break;
            }
        }

        return joined;
    }

    private static long[] Numbers(FlowField field, IReadOnlyList<FlowColumns> parts, int rows)
    {
        var values = new long[rows];
        var at = 0;
        foreach (var part in parts)
        {
            if (part.Has(field))
                part.Numbers(field).CopyTo(values.AsSpan(at));
            at += part.Count;
        }

        return values;
    }

    private static IpAddress[] Addresses(FlowField field, IReadOnlyList<FlowColumns> parts, int rows)
    {
        var values = new IpAddress[rows];
        var at = 0;
        foreach (var part in parts)
        {
            if (part.Has(field))
                part.Addresses(field).CopyTo(values.AsSpan(at));
            at += part.Count;
        }

        return values;
    }

    private static TextColumn Texts(FlowField field, IReadOnlyList<FlowColumns> parts, int rows)
    {
        var values = new List<string> { "" };
        var known = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        var codes = new int[rows];
        var at = 0;
        foreach (var part in parts)
        {
            if (part.Has(field))
                Recode(part.Texts(field), codes.AsSpan(at, part.Count), values, known);
            at += part.Count;
        }

        return new(values, codes);
    }

    private static void Recode(TextColumn column, Span<int> codes, List<string> values, Dictionary<string, int> known)
    {
        var recoded = new int[column.Values.Count];
        for (var code = 0; code < recoded.Length; code++)
        {
            if (!known.TryGetValue(column.Values[code], out recoded[code]))
            {
                recoded[code] = known[column.Values[code]] = values.Count;
                values.Add(column.Values[code]);
            }
        }

        for (var row = 0; row < codes.Length; row++)
            codes[row] = recoded[column.Codes[row]];
    }
}
