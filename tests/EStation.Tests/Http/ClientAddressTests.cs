using System.Net;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

public class ClientAddressTests
{
    [Theory]
    [InlineData("10.0.0.4", "1.1.1.1, 221.9.1.2:5544", "221.9.1.2")] // Azure: its own hop, then what it appended, then what the client claims
    [InlineData("221.9.1.2", "1.1.1.1", "221.9.1.2")] // the worker has moved the last entry into the connection
    [InlineData("127.0.0.1", "1.1.1.1, 127.0.0.1:5544", "1.1.1.1")] // on a developer's machine everything is local
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("127.0.0.1", "8.8.8.8, not-an-address", "127.0.0.1")]
    [InlineData("::ffff:10.1.1.1", "[2408:8410:1::1]:4711", "2408:8410:1::1")]
    public void The_first_public_address_from_the_right_is_the_client(string connection, string header, string client)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(connection) } };
        http.Request.Headers["X-Forwarded-For"] = header;
        Assert.Equal(client, ClientAddress.Of(http.Request));
    }
}
