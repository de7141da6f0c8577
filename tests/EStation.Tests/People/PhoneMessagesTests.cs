using EStation.Messages;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace EStation.People;

/// <summary>Messages that somebody did not ask for: how many, and to which phones.</summary>
public class PhoneMessagesTests(TestStorage storage)
{
    private static readonly MessageTemplate Template = new("notice", [], new Text("通知"));

    private readonly Mock<IMessages> outlet = new();
    private readonly Phone phone = Phone.Parse(Farmer.NewPhone());

    [Fact]
    public async Task Others_cause_as_many_messages_a_day_as_the_setting_says_and_the_rest_is_left_to_the_inbox()
    {
        await using var host = await StartAsync(MessageOutcome.Taken, perDay: 2);
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host));
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host));
        Assert.Equal(PhoneMessage.LeftToInbox, await SendAsync(host));
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host, CausedBy.Owner));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host));
    }

    [Theory]
    [InlineData(MessageOutcome.Later)]
    [InlineData(MessageOutcome.Misconfigured)]
    public async Task A_message_that_was_not_taken_does_not_count(MessageOutcome outcome)
    {
        await using var host = await StartAsync(outcome, perDay: 1);
        Assert.Equal(PhoneMessage.Later, await SendAsync(host));
        Assert.Equal(PhoneMessage.Later, await SendAsync(host));
        Answer(MessageOutcome.Taken);
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host));
    }

    [Fact]
    public async Task A_number_that_does_not_exist_gets_no_messages_for_a_month_and_an_unfit_message_ends_alone()
    {
        await using var host = await StartAsync(MessageOutcome.Unfit);
        Assert.Equal(PhoneMessage.LeftToInbox, await SendAsync(host));
        Answer(MessageOutcome.Undeliverable);
        Assert.Equal(PhoneMessage.LeftToInbox, await SendAsync(host));
        Answer(MessageOutcome.Taken);
        Assert.Equal(PhoneMessage.LeftToInbox, await SendAsync(host, CausedBy.Owner));
        host.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host, CausedBy.Owner));
    }

    [Fact]
    public async Task Signing_in_proves_that_a_number_exists()
    {
        await using var host = await StartAsync(MessageOutcome.Undeliverable);
        await SendAsync(host);
        Answer(MessageOutcome.Taken);
        await Farmer.SignInAsync(host, phone.Digits);
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host));
    }

    [Fact]
    public async Task A_message_whose_answer_is_always_lost_is_repeated_ever_more_rarely()
    {
        await using var host = await StartAsync(MessageOutcome.Unknown);
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            Assert.Equal(PhoneMessage.Later, await SendAsync(host, CausedBy.Owner));
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(outlet.Invocations.Count(call => call.Arguments[0] is Message sent && sent.Template == Template), 5, 12);
        host.Time.Advance(TimeSpan.FromHours(5));
        Answer(MessageOutcome.Taken);
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host, CausedBy.Owner));
        Assert.Equal(PhoneMessage.Sent, await SendAsync(host, CausedBy.Owner));
    }

    private Task<PhoneMessage> SendAsync(TestHost host, CausedBy cause = CausedBy.Others) =>
        host.Get<PhoneMessages>()
            .SendAsync(new Message(phone, Template, new Dictionary<string, string>(), Language.Zh, host.Time.GetUtcNow()), cause);

    private void Answer(MessageOutcome outcome) =>
        outlet.Setup(it => it.SendAsync(It.Is<Message>(message => message.Template == Template))).ReturnsAsync(outcome);

    private async Task<TestHost> StartAsync(MessageOutcome outcome, int perDay = 3)
    {
        TestHost? host = null;
        outlet
            .Setup(it => it.SendAsync(It.Is<Message>(message => message.Template != Template)))
            .Returns((Message message) => host!.Get<LocalMessages>().SendAsync(message));
        Answer(outcome);
        host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?>
            {
                ["Messages:PerPhonePerDay"] = perDay.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
            services: services => services.AddSingleton(outlet.Object)
        );
        return host;
    }
}
