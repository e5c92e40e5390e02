package io.janua.hook.relay;

import io.janua.hook.Attempt;
import io.janua.hook.HookChannel;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.janua.hook.http.HttpCall;
import io.janua.hook.http.HttpOutcome;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * ONVIF's access control service: the controller is told what an outsider decided, by ExternalAuthorization (Access
 * Control Service Specification). It has a slot for denials too, by which a controller that waits for an answer need not
 * wait until it gives up.
 */
@Singleton
class OnvifChannel implements HookChannel {

    private static final String NAMESPACE = "http://www.onvif.org/ver10/accesscontrol/wsdl";
    private static final int NONCE_BYTES = 16;

    private final DeviceCaller devices;
    private final SecureRandom random = new SecureRandom();

    OnvifChannel(DeviceCaller devices) {
        this.devices = devices;
    }

    @Override
    public boolean serves(HookTarget target) {
        return target instanceof HookTarget.Onvif;
    }

    @Override
    public boolean actsOnGrants(HookTarget target) {
        return true;
    }

    @Override
    public boolean actsOnDenials(HookTarget target) {
        return true;
    }

    @Override
    public void check(HookTarget target) {
        devices.check(((HookTarget.Onvif) target).url());
    }

    @Override
    public Attempt send(Outgoing outgoing, Duration limit) {
        var controller = (HookTarget.Onvif) outgoing.hook().target();
        // A test moves nothing, and needs the password and a token that the controller knows all the same.
        String operation = Events.isTest(outgoing) ? "GetAccessPointState" : "ExternalAuthorization";
        String content = Events.isTest(outgoing)
                ? Soap.element("t:Token", controller.accessPointToken())
                : decision(controller, outgoing);
        String body = "<t:%1$s xmlns:t=\"%2$s\">%3$s</t:%1$s>".formatted(operation, NAMESPACE, content);
        Optional<Login> login = Login.of(controller.username(), controller.password());
        String shown = Soap.envelope("", body);
        String sent = login.map(who -> Soap.envelope(Soap.usernameToken(who, nonce(), Instant.now()), body))
                .orElse(shown);
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/soap+xml; charset=utf-8; action=\"%s/%s\"".formatted(NAMESPACE, operation));
        Attempt attempt = devices.attempt(
                new HttpCall("POST", controller.url(), headers, Optional.of(sent)),
                login,
                limit,
                OnvifChannel::complaint);
        return new Attempt(
                attempt.verdict(),
                attempt.request()
                        .map(request -> new Attempt.Request(request.method(), request.url(), request.headers(), shown)),
                attempt.answer(),
                attempt.error(),
                attempt.retryAfter(),
                attempt.took());
    }

    private static String decision(HookTarget.Onvif controller, Outgoing outgoing) {
        boolean granted = outgoing.type().equals(Events.GRANTED);
        Object reason = outgoing.data().get("onvifReason");
        return Soap.element("t:AccessPointToken", controller.accessPointToken())
                + (granted || reason == null ? "" : Soap.element("t:Reason", reason.toString()))
                + Soap.element("t:Decision", granted ? "Granted" : "Denied");
    }

    private static Optional<String> complaint(HttpOutcome.Answered answered) {
        return Soap.fault(answered.body()).map("The controller did not do it: %s."::formatted);
    }

    private byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }
}
