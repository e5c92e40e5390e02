package io.janua.vector;

/**
 * Vectors of which their first bits do not tell whether they are among the best. The longer they wait, the more is known
 * of the best, and the fewer of them have to be looked at.
 */
final class Undecided {

    private final int[] numbers;
    private final int[] sums;
    private int size;

    Undecided(int capacity) {
        this.numbers = new int[capacity];
        this.sums = new int[capacity];
    }

    void add(int number, int sum) {
        numbers[size] = number;
        sums[size++] = sum;
    }

    int room() {
        return numbers.length - size;
    }

    /** @param cut sum below which a vector has no chance any more */
    void drop(int cut) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (sums[i] >= cut) {
                numbers[kept] = numbers[i];
                sums[kept++] = sums[i];
            }
        }
        size = kept;
    }

    /** @return how many there were for these */
    int take(int[] taken) {
        int count = Math.min(taken.length, size);
        size -= count;
        System.arraycopy(numbers, size, taken, 0, count);
        return count;
    }
}
