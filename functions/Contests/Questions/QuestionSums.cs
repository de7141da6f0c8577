namespace EStation.Contests.Questions;

/// <summary>Sums of a question's answers, additive in any order, which give the figures exactly.</summary>
/// <param name="Shown">n: ranked papers that it was on.</param>
/// <param name="Correct">Σx, where x is 1 when it was answered right, else 0.</param>
/// <param name="Scores">Σy, where y is the paper's score.</param>
/// <param name="Squares">Σy².</param>
/// <param name="Products">Σxy.</param>
public sealed record QuestionSums(long Shown = 0, long Correct = 0, long Scores = 0, long Squares = 0, long Products = 0)
{
    public static QuestionSums Of(bool right, int score) => new(1, right ? 1 : 0, score, (long)score * score, right ? score : 0);

    public static QuestionSums operator +(QuestionSums one, QuestionSums other) =>
        new(
            one.Shown + other.Shown,
            one.Correct + other.Correct,
            one.Scores + other.Scores,
            one.Squares + other.Squares,
            one.Products + other.Products
        );

    /// <summary>The same papers, taken off.</summary>
    public QuestionSums Times(int sign) => new(sign * Shown, sign * Correct, sign * Scores, sign * Squares, sign * Products);

    public double? Facility => Shown == 0 ? null : Math.Round((double)Correct / Shown, 4);

    /// <summary>The corrected item-total correlation of x with r = y − x, the score on the rest of the paper.</summary>
    /// <remarks>With x² = x: Σr = Σy − Σx, Σr² = Σy² − 2Σxy + Σx, Σxr = Σxy − Σx.</remarks>
    public double? Discrimination
    {
        get
        {
            var rest = Scores - Correct;
            var squares = Squares - (2 * Products) + Correct;
            var products = Products - Correct;
            var ofX = (double)(((Int128)Shown * Correct) - ((Int128)Correct * Correct));
            var ofRest = (double)(((Int128)Shown * squares) - ((Int128)rest * rest));
            var together = (double)(((Int128)Shown * products) - ((Int128)Correct * rest));
            return ofX <= 0 || ofRest <= 0 ? null : Math.Round(together / Math.Sqrt(ofX) / Math.Sqrt(ofRest), 4);
        }
    }
}
