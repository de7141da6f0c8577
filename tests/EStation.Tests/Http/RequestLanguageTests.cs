using Microsoft.AspNetCore.Http;

namespace EStation.Http;

public class RequestLanguageTests
{
    [Theory]
    [InlineData("?lang=ko", "zh-CN", "Ko")]
    [InlineData("?lang=xx", "ko-KR,ko;q=0.9,en;q=0.8", "Ko")]
    [InlineData("", "fr, en;q=0.5, ko;q=0.7", "Ko")]
    [InlineData("", "ko;q=0, en", "En")]
    [InlineData("", "fr", "Zh")]
    [InlineData("?lang=KO", "zh", "Ko")]
    [InlineData("?lang=ko-KR", "zh", "Ko")]
    [InlineData("", "kok-IN, en;q=0.5", "En")]
    [InlineData("", "KO-kr", "Ko")]
    [InlineData("", "", "Zh")]
    [InlineData("", ";;;q=", "Zh")]
    public void The_query_wins_over_the_browser_and_Chinese_is_what_is_left(string query, string header, string language) =>
        Assert.Equal(Enum.Parse<Language>(language), Wanted(query, header));

    [Fact]
    public void A_star_asks_for_all() => Assert.Null(Wanted("?lang=*", "ko"));

    private static Language? Wanted(string query, string header)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        if (header.Length > 0)
            http.Request.Headers.AcceptLanguage = header;
        return RequestLanguage.Wanted(http.Request);
    }
}
