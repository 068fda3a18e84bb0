namespace FlowLog.Query.Search;

/// <summary>What can be wrong with a search. Codes are stable; docs/search-and-sql.md has an example of each.</summary>
public static class SearchCodes
{
    /// <summary>More letters than <see cref="SearchParser.MostLetters"/>.</summary>
    public const string TooLong = "SearchTooLong";

    /// <summary>More nested than <see cref="SearchParser.MostDepth"/>.</summary>
    public const string TooDeep = "SearchTooDeep";

    /// <summary>More conditions than <see cref="SearchParser.MostConditions"/>.</summary>
    public const string TooManyConditions = "TooManyConditions";

    /// <summary>A quote that nothing closes.</summary>
    public const string UnclosedQuote = "UnclosedQuote";

    /// <summary>A parenthesis that nothing closes.</summary>
    public const string UnclosedParenthesis = "UnclosedParenthesis";

    /// <summary>Something that cannot stand where it stands.</summary>
    public const string UnexpectedText = "UnexpectedText";

    /// <summary>Nothing where a condition belongs.</summary>
    public const string ConditionExpected = "ConditionExpected";

    /// <summary>A key or an operator without a value.</summary>
    public const string ValueExpected = "ValueExpected";

    /// <summary>Quotes around nothing, without a key.</summary>
    public const string EmptyText = "EmptyText";

    /// <summary>No field is called so.</summary>
    public const string UnknownField = "UnknownField";

    /// <summary>A name that the field, or the table of ports or protocols, does not have.</summary>
    public const string UnknownName = "UnknownName";

    /// <summary>The field holds numbers, and this is none.</summary>
    public const string NumberExpected = "NumberExpected";

    /// <summary>The field holds times, and this is none.</summary>
    public const string TimeExpected = "TimeExpected";

    /// <summary>The field holds addresses, and this is none.</summary>
    public const string AddressExpected = "AddressExpected";

    /// <summary>An address block with a wrong length.</summary>
    public const string InvalidCidr = "InvalidCidr";

    /// <summary>A number that the field cannot hold.</summary>
    public const string OutOfRange = "OutOfRange";

    /// <summary>A comparison or a range of a field that holds no numbers.</summary>
    public const string NotComparable = "NotComparable";

    /// <summary>A range of other than two bounds, or with the greater one first.</summary>
    public const string InvalidRange = "InvalidRange";

    /// <summary>A <c>*</c> or <c>?</c> that begins a word, in too long a word, or among letters that the field does not have.</summary>
    public const string InvalidWildcard = "InvalidWildcard";
}
