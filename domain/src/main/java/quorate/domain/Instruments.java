package quorate.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The instruments of one run; the place of each in the list is the number that events carry.
public final class Instruments {
  private final List<Instrument> all;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Instruments(List<Instrument> all) {
    this.all = List.copyOf(all);
    for (int i = 0; i < this.all.size(); i++) {
      String symbol = this.all.get(i).symbol();
      if (numbers.put(symbol, i) != null) {
        throw new IllegalArgumentException(
            "symbols must be unique in a run, but \"" + symbol + "\" is there twice");
      }
    }
  }

  public static Instruments of(List<Instrument> all) {
    return new Instruments(all);
  }

  public static Instruments of(Instrument... all) {
    return new Instruments(List.of(all));
  }

  public int size() {
    return all.size();
  }

  public Instrument get(int number) {
    return all.get(number);
  }

  public List<Instrument> list() {
    return all;
  }

  /// @throws IllegalArgumentException when no instrument of the run has this symbol
  public int numberOf(String symbol) {
    Integer number = numbers.get(symbol);
    if (number == null) {
      throw new IllegalArgumentException(
          "symbol must be one of %s, but was \"%s\""
              .formatted(all.stream().map(Instrument::symbol).toList(), symbol));
    }
    return number;
  }

  public boolean contains(String symbol) {
    return numbers.containsKey(symbol);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Instruments that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.stream().map(Instrument::symbol).toList().toString();
  }
}
