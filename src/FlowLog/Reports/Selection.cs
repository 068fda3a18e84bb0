namespace FlowLog.Reports;

/// <summary>Finds one of the greatest values without sorting them all.</summary>
internal static class Selection
{
    /// <summary>The value that would stand at place <paramref name="rank"/> (from 1 on) if the greatest stood first. Moves the values.</summary>
    public static long Largest(Span<long> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = Median(values[low], values[low + ((high - low) / 2)], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] > pivot)
                    i++;
                while (values[j] < pivot)
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (rank - 1 <= j)
                high = j;
            else if (rank - 1 >= i)
                low = i;
            else
                return values[rank - 1];
        }

        return values[low];
    }

    private static long Median(long a, long b, long c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
