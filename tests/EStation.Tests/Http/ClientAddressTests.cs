using System.Net;
using EStation.Settings;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

public class ClientAddressTests
{
    private const string OurDoor = "55ce4ed1-4b06-4bf1-b40e-4638452104da";
    private const string AnotherDoor = "11111111-4b06-4bf1-b40e-4638452104da";

    [Theory]
    [InlineData("10.0.0.4", "1.1.1.1, 221.9.1.2:5544", "221.9.1.2")] // Azure: its own hop, then what it appended, then what the client claims
    [InlineData("221.9.1.2", "1.1.1.1", "221.9.1.2")] // the worker has moved the last entry into the connection
    [InlineData("127.0.0.1", "1.1.1.1, 127.0.0.1:5544", "1.1.1.1")] // on a developer's machine everything is local
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("127.0.0.1", "8.8.8.8, not-an-address", "127.0.0.1")]
    [InlineData("::ffff:10.1.1.1", "[2408:8410:1::1]:4711", "2408:8410:1::1")]
    public void The_first_public_address_from_the_right_is_the_client(string connection, string header, string client)
    {
        Assert.Equal(client, Of(null, connection, header, door: null));
        Assert.Equal(client, Of(OurDoor, connection, header, door: null));
    }

    [Theory]
    [InlineData("10.0.0.4", "221.9.1.2, 147.243.0.7:5544", "221.9.1.2")]
    [InlineData("10.0.0.4", "1.1.1.1, 2.2.2.2, 221.9.1.2, 147.243.0.7:5544", "221.9.1.2")] // the client has claimed to be others
    [InlineData("147.243.0.7", "1.1.1.1, 221.9.1.2", "221.9.1.2")] // the worker has moved the last entry into the connection
    [InlineData("10.0.0.4", "8.8.8.8, 2408:8410:1::1, 147.243.0.7:5544", "2408:8410:1::1")]
    [InlineData("10.0.0.4", "147.243.0.7:5544", "147.243.0.7")] // a probe of Front Door itself
    [InlineData("10.0.0.4", "8.8.8.8, not-an-address, 147.243.0.7:5544", "147.243.0.7")]
    public void Behind_our_front_door_the_entry_that_it_added_is_the_client(string connection, string header, string client) =>
        Assert.Equal(client, Of(OurDoor, connection, header, OurDoor));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(AnotherDoor)] // a Front Door of anybody's, from the same addresses
    [InlineData(OurDoor + "," + AnotherDoor)]
    public void Without_our_front_door_s_id_nobody_speaks_for_another(string? sent) =>
        Assert.Equal("203.0.113.9", Of(OurDoor, "10.0.0.4", "221.9.1.2, 203.0.113.9:5544", sent));

    [Fact]
    public void An_id_that_is_none_is_refused_at_the_start() =>
        Assert.Throws<SettingException>(() => FrontDoorOptions.Read(Reader("our-front-door")));

    private static string Of(string? ours, string connection, string header, string? door)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(connection) } };
        http.Request.Headers["X-Forwarded-For"] = header;
        if (door is not null)
            http.Request.Headers["X-Azure-FDID"] = door;
        return new ClientAddress(new FrontDoorOptions(ours)).Of(http.Request);
    }

    private static SettingReader Reader(string id) =>
        new(new Microsoft.Extensions.Configuration.ConfigurationManager { ["Site:FrontDoorId"] = id });
}
