using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Accounts;

/// <summary>Settings <c>FlowLog:Accounts:0</c>, <c>:1</c> …: primary accounts and their first access keys.</summary>
internal sealed class AccountOptions
{
    public const string Section = "FlowLog:Accounts";

    /// <summary>The account's number, 1 to 20 digits.</summary>
    [Required, RegularExpression("^[0-9]{1,20}$", ErrorMessage = "must be 1 to 20 digits")]
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>8 to 64 letters and digits.</summary>
    [Required, RegularExpression("^[A-Za-z0-9]{8,64}$", ErrorMessage = "must be 8 to 64 letters and digits")]
    public string AccessKeyId { get; set; } = "";

    /// <summary>32 to 128 letters and digits, made by a random generator.</summary>
    [Required, RegularExpression("^[A-Za-z0-9]{32,128}$", ErrorMessage = "must be 32 to 128 random letters and digits")]
    public string AccessKeySecret { get; set; } = "";
}
