namespace EStation.LocalHost;

public sealed class LocalStorageTests
{
    private const string Loopback =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=x==;"
        + "BlobEndpoint=http://127.0.0.1:10010/devstoreaccount1;TableEndpoint=http://localhost:10012/devstoreaccount1";

    [Fact]
    public void The_development_storage_is_this_hosts_to_start_on_its_usual_ports() =>
        Assert.Equal(new LocalStorage(10000, 10002), LocalStorage.Of("UseDevelopmentStorage=true"));

    [Fact]
    public void The_development_account_on_this_machine_is_on_the_ports_it_names() =>
        Assert.Equal(new LocalStorage(10010, 10012), LocalStorage.Of(Loopback));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AccountName=devstoreaccount1;AccountKey=x==")]
    public void Any_other_storage_is_not(string? connectionString) => Assert.Null(LocalStorage.Of(connectionString));

    [Fact]
    public void Neither_is_another_account_nor_another_machine()
    {
        Assert.Null(LocalStorage.Of(Loopback.Replace("AccountName=devstoreaccount1", "AccountName=other", StringComparison.Ordinal)));
        Assert.Null(LocalStorage.Of(Loopback.Replace("127.0.0.1", "192.0.2.1", StringComparison.Ordinal)));
    }
}
