namespace FlowLogFunctions.Tests.House;

public sealed class BicepTextTests
{
    [Theory]
    [InlineData("param a string = 'x'\nvar b = [1, 2]\n")]
    [InlineData("// it's a comment }\nvar a = {}\n/* and ' another\n ] */\n")]
    [InlineData("var a = 'it\\'s ${b('c')[0]} and ${'nested ${d}'}'\n")]
    [InlineData("var a = '''\nit's } not read\n'''\nvar b = 'x'\n")]
    public void Balanced_HasNoProblem(string text) => Assert.Null(BicepText.Read(text).Problem);

    [Theory]
    [InlineData("var a = [\n  1\n", "line 1: [ is never closed")]
    [InlineData("var a = {\n]\n", "line 2: ] closes nothing")]
    [InlineData("var a = 'x\nvar b = 1\n", "line 1: the string is not closed")]
    [InlineData("var a = '${b'\n", "line 1: the string is not closed")]
    [InlineData("var a = '''\nb\n", "line 1: the string is not closed")]
    [InlineData("var a = '''\nb\n'''\nvar c = ]\n", "line 4: ] closes nothing")]
    [InlineData("var a = 1)\n", "line 1: ) closes nothing")]
    public void Unbalanced_SaysWhere(string text, string problem) => Assert.Equal(problem, BicepText.Read(text).Problem);

    [Fact]
    public void Literals_LeaveOutWhatTheyInterpolate() =>
        Assert.Equal(["c", "a  z"], BicepText.Read("var x = 'a ${b('c')} z' // 'not'\n").Literals);
}
