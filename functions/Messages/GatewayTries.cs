using EStation.Telemetry;
using Microsoft.Extensions.Logging;

namespace EStation.Messages;

/// <summary>
/// Calls a gateway for a message, again in a moment where that can help, and raises the alarm where it refuses us. Nothing of a message is
/// logged.
/// </summary>
public sealed class GatewayTries(GatewayLine line, TimeProvider time, ILogger<GatewayTries> logger)
{
    private const int MostTries = 3;
    private const int LongestCode = 80;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <param name="request">Makes the request of a try: a signature can be used once.</param>
    public async Task<MessageOutcome> SendAsync(Message message, Func<HttpRequestMessage> request, Func<GatewayReply, Verdict> judge)
    {
        for (var tries = 1; ; tries++)
        {
            using var call = request();
            var verdict = judge(await line.SendAsync(call));
            Report(verdict, message, tries);
            if (!verdict.AtOnce || tries == MostTries)
                return verdict.Outcome;
            await Task.Delay(Pause * tries, time);
        }
    }

    /// <summary>The alarm: <c>estation.messages.refused</c> is watched.</summary>
    public void Refuse(string code, Message message)
    {
        Measures.MessagesRefused.Add(1, new KeyValuePair<string, object?>("code", code));
        logger.LogError(
            "The SMS gateway refuses what we send: {Code}, template {Template}. Look at the settings Messages:*",
            code,
            message.Template.Name
        );
    }

    private void Report(Verdict verdict, Message message, int tries)
    {
        var code = Readable(verdict.Code);
        if (verdict.Outcome == MessageOutcome.Misconfigured)
            Refuse(code, message);
        else if (verdict.Outcome != MessageOutcome.Taken)
            logger.LogWarning("{Outcome}: the SMS gateway answered {Code} at try {Try}", verdict.Outcome, code, tries);
    }

    // Another party's text.
    private static string Readable(string code) =>
        code.Length is > 0 and <= LongestCode && code.All(letter => char.IsAsciiLetterOrDigit(letter) || "._:-".Contains(letter))
            ? code
            : "unreadable";
}
