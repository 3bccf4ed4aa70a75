package quorate.engine.playbook;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import quorate.domain.Currency;
import quorate.domain.Limits;
import quorate.domain.Money;
import quorate.domain.settings.Settings;
import quorate.features.surroundings.Surroundings;

/// Everything a trading system is made of: data, council, allocation, limits and execution.
///
/// Read once at the start, checked as a whole, then frozen; `docs/settings.md` lists every key.
///
/// @param name short and unique, part of the run's folder: lower-case letters, digits and dashes
/// @param title for people
/// @param capital what the account starts with, in the base currency
/// @param rates what foreign currencies are worth in it
/// @param data which market events it reads
/// @param features what is computed from it besides what the members ask for
/// @param council who sits in it and when it is quorate
/// @param allocation how large a position a decision asks for
/// @param limits what no member can loosen
/// @param execution how orders meet the market
public record Playbook(
    String name,
    String title,
    Money capital,
    RatesSection rates,
    DataSection data,
    FeaturesSection features,
    CouncilSection council,
    AllocationSection allocation,
    Limits limits,
    ExecutionSection execution) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public Playbook {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must be lower-case letters, digits and dashes, but was \"" + name + "\"");
    }
    if (capital.units() <= 0) {
      throw new IllegalArgumentException("capital must be positive, but was " + capital);
    }
  }

  /// Reads a playbook and refuses what it does not know.
  ///
  /// @param source where the settings come from is their origin, for messages
  /// @throws quorate.domain.settings.SettingsException naming the key, the rule and the value found
  public static Playbook from(Settings source) {
    String name = source.text("name");
    Settings capital = source.section("capital");
    DataSection data = DataSection.from(source.section("data"));
    Playbook playbook =
        new Playbook(
            name,
            source.text("title", name),
            Money.of(
                capital.decimal("amount", BigDecimal.valueOf(100_000)).toPlainString(),
                capital.parsed("currency", Currency.USD, Currency::of)),
            RatesSection.from(capital.section("rates")),
            data,
            FeaturesSection.from(
                source.section("features"),
                Surroundings.promised(!data.macro().isEmpty(), !data.texts().isEmpty())),
            CouncilSection.from(source.section("council")),
            AllocationSection.from(source.section("allocation")),
            limits(source.section("risk")),
            ExecutionSection.from(source.section("execution")));
    source.rejectUnknown();
    return playbook;
  }

  private static Limits limits(Settings risk) {
    Limits otherwise = Limits.defaults();
    return new Limits(
        risk.decimal("max_order_size", otherwise.maxOrderSize()),
        risk.decimal("max_position_size", otherwise.maxPositionSize()),
        risk.decimal("max_notional", otherwise.maxNotional()),
        risk.number("max_leverage", otherwise.maxLeverage(), 0.01, 1000),
        risk.number("max_daily_drawdown", otherwise.maxDailyLoss(), 0.0001, 1),
        risk.number("max_drawdown", otherwise.maxDrawdown(), 0.0001, 1));
  }
}
