package quorate.features.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;
import quorate.features.expression.Expression.Call;
import quorate.features.expression.Expression.Literal;

class ExpressionTest {

  @Test
  void readsNamesNumbersArgumentsAndOutputs() {
    Expression read = Expression.parse(" bollinger( log1p(volume),20 , -2.5e-1 ).percent_b ");

    Call volume = new Call("volume", List.of(), "");
    Call source = new Call("log1p", List.of(volume), "");
    assertThat(read)
        .isEqualTo(
            new Call(
                "bollinger", List.of(source, new Literal(20), new Literal(-0.25)), "percent_b"));
    assertThat(read.text()).isEqualTo("bollinger(log1p(volume), 20, -0.25).percent_b");
  }

  @Test
  void readsBackWhatItWrites() {
    ForAll.cases(
        300,
        8,
        chance -> random(chance, 4),
        expression -> assertThat(Expression.parse(expression.text())).isEqualTo(expression));
  }

  @Test
  void writesSmallNumbersSoThatItCanReadThem() {
    assertThat(Expression.parse("a(1e-4)").text()).isEqualTo("a(0.0001)");
    assertThat(Expression.parse(Expression.parse("a(1.5e-9)").text()))
        .isEqualTo(new Call("a", List.of(new Literal(1.5e-9)), ""));
  }

  private static Expression random(RandomGenerator chance, int depth) {
    if (chance.nextInt(3) == 0) {
      double number = chance.nextBoolean() ? chance.nextInt(500) : 1000 * chance.nextGaussian();
      return new Literal(number);
    }
    int arguments = depth == 0 ? 0 : chance.nextInt(4);
    List<Expression> given =
        java.util.stream.IntStream.range(0, arguments)
            .mapToObj(i -> random(chance, depth - 1))
            .toList();
    return new Call(
        "a" + chance.nextInt(9) + "_b", given, chance.nextBoolean() ? "" : "c" + chance.nextInt(9));
  }

  @Test
  void refusesNestingWithoutEnd() {
    String deep = "a(".repeat(40) + ")".repeat(40);

    assertThatThrownBy(() -> Expression.parse(deep))
        .hasMessageStartingWith("an expression must be nested at most 32 deep (feature \"a(a(");
  }

  @Test
  void refusesANumberBeyondTheRange() {
    assertThatThrownBy(() -> Expression.parse("sma(1e999)"))
        .hasMessage(
            "a number within the range of a double was expected at character 5, but there was"
                + " \"1\" (feature \"sma(1e999)\")");
  }

  @Test
  void refusesAnEmptyText() {
    assertThatThrownBy(() -> Expression.parse(""))
        .hasMessage(
            "a name or a number was expected at character 1, but there was the end (feature \"\")");
  }
}
