package io.janua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 'b'}           | {'a':'b'}",
                "{'a': 'b', …}        | {'a':'b','c':1}",
                "{'a': {…}}           | {'a':{'b':1}}",
                "{'a': …}             | {'a':{'b':1}}",
                "{'a': ['b', …]}      | {'a':['b','c']}",
                "{'a': [{…}, {…}]}    | {'a':[{'b':1},{}]}",
                "{'id': '0198…'}      | {'id':'0198c0de-7d5f'}",
                "{'n': 3}             | {'n':4711}",
                "{'n': 0.92}          | {'n':0.9238}",
                "{'n': 1.0E-6}        | {'n':1.0E-6}",
                "{'t': '2026-05-04T09:15:00Z'} | {'t':'2026-11-21T08:00:00.123456Z'}",
                "{'a': 1} {'b': 2}    | {'a':1}{'x':0}{'b':2}",
                "[…]                  | [{'a':1}]",
                "HTTP/1.1 200 OK      | HTTP/1.1 200 OK",
                "3 entries, key 722a900c | 17 entries, key 0badcafe",
                "name     … bytes     | name  12 bytes",
            })
    void whatIsShownFits(String shown, String printed) {
        assertThat(difference(shown, printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 'b'}      | {'a':'c'}         | .a is 'c'",
                "{'a': 'b'}      | {'a':'b','c':1}   | .c is not shown",
                "{'a': 1, 'b': 2}| {'a':1}           | .b is absent",
                "{'a': 1}        | {'a':'1'}         | .a is '1'",
                "{'a': 1}        | {'a':1.5}         | .a is 1.5",
                "{'a': 0.9}      | {'a':0.5}         | .a is 0.5",
                "{'a': true}     | {'a':false}       | .a is false",
                "{'a': ['b']}    | {'a':['b','c']}   | .a is longer",
                "{'a': ['b','c']}| {'a':['b']}       | .a is too short",
                "{'a': [{'b': 1}]}| {'a':[{'c':1}]}  | .a[].b is absent",
                "{'a': 1}        | `                 `| nothing more was printed",
                "3 entries       | three entries     | no line like '3 entries'",
            })
    void whatIsShownIsNotSo(String shown, String printed, String reason) {
        assertThat(difference(shown, printed)).hasValue(reason);
    }

    @Test
    void ofWhatIsPrintedAnyLinesMayBeLeftOut() {
        assertThat(ShownAnswer.difference("a\n\n{\"b\": 1}\n", "x\na\ny\r\n\n{\"b\":1}"))
                .isEmpty();
        assertThat(ShownAnswer.difference("a\nb\n", "b\na\n")).hasValue("no line like 'b'");
    }

    private static Optional<String> difference(String shown, String printed) {
        return ShownAnswer.difference(shown.replace('\'', '"'), printed.replace('\'', '"'))
                .map(reason -> reason.replace('"', '\''));
    }
}
