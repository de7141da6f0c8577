using System.Net;

namespace EStation.LocalHost;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_switches_it_is_port_7071_of_this_machine() => Assert.Equal(new CommandLine(7071, null), CommandLine.Parse([]));

    [Fact]
    public void A_port_and_an_address_can_be_chosen()
    {
        Assert.Equal(new CommandLine(0, null), CommandLine.Parse(["--port", "0", "--host", "localhost"]));
        Assert.Equal(new CommandLine(8080, IPAddress.Any), CommandLine.Parse(["--host", "0.0.0.0", "--port", "8080"]));
    }

    [Theory]
    [InlineData("--ports", "1")]
    [InlineData("7071")]
    [InlineData("--port")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "x")]
    [InlineData("--host", "example.org")]
    public void Anything_else_is_refused(params string[] args) => Assert.Throws<StartFailure>(() => CommandLine.Parse(args));
}
