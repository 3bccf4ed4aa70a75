package quorate.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupedSizesTest {
  private final GroupedSizes sizes = new GroupedSizes();

  @Test
  void addsWhatIsInNoGroup() {
    sizes.add(0, 3);
    sizes.add(0, 4);

    assertThat(sizes.sum()).isEqualTo(7);
  }

  @Test
  void countsEachGroupOnceAtItsLargest() {
    sizes.add(1, 3);
    sizes.add(2, 5);
    sizes.add(1, 4);
    sizes.add(2, 2);
    sizes.add(3, 1);
    sizes.add(0, 10);

    // Group 1 counts 4, group 2 counts 5, group 3 counts 1, the lone order 10.
    assertThat(sizes.sum()).isEqualTo(20);
  }

  @Test
  void isNothingWithoutOrders() {
    assertThat(sizes.sum()).isZero();
  }
}
