package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Devices;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceDecision.Reason;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StepStore} must do with steps that were decided on settings, alone and many at a time. */
public abstract class StepsOnSettingsContract extends StoreContract {
    private static final int MANY = 24;

    private Client client;
    private Service service;
    private SettingsVersions current;

    @BeforeEach
    void settings() {
        client = given().client();
        service = stores().services().find(client.service()).orElseThrow();
        current = SettingsVersions.of(service, client);
    }

    private StepStore store() {
        return stores().steps();
    }

    private List<SettingsVersions> stale() {
        Version other = new Version(7);
        return List.of(
                new SettingsVersions(service.id(), other, client.id(), client.version()),
                new SettingsVersions(service.id(), service.version(), client.id(), other),
                new SettingsVersions(service.id(), service.version(), Unique.clientId(), client.version()));
    }

    private Slip aSlip() {
        return new Slip(service.id(), Unique.hash(), Unique.hash(), "text", Times.inSeconds(60));
    }

    private DeviceAuthorization aStoredDevice() {
        DeviceAuthorization device = Devices.pending(client);
        assertThat(store().add(StepKinds.DEVICE.toStep(device), current)).isEqualTo(Saved.SAVED);
        return device;
    }

    private DeviceAuthorization found(DeviceAuthorization device) {
        return store().find(StepKinds.DEVICE.key(device.service(), device.hash()))
                .orElseThrow()
                .step();
    }

    private static Step denied(DeviceAuthorization device) {
        return StepKinds.DEVICE.toStep(device.decided(Devices.no(Reason.DENIED)));
    }

    @Test
    void oneThatRestsOnOldSettingsIsNotAdded() {
        for (SettingsVersions basis : stale()) {
            Slip slip = aSlip();
            assertThat(store().add(slip.step(), basis)).isEqualTo(Saved.STALE);
            assertThat(store().find(slip.key())).isEmpty();
        }
        Slip slip = aSlip();
        assertThat(store().add(slip.step(), current)).isEqualTo(Saved.SAVED);
        assertThat(store().find(slip.key()).orElseThrow().step()).isEqualTo(slip);
    }

    @Test
    void oneOfWhichAHashIsInUseIsNotAdded() {
        Slip slip = aSlip();
        store().add(slip.step(), current);
        Slip sameFirst = new Slip(service.id(), slip.hash(), Unique.hash(), "other", Times.inSeconds(60));
        Slip sameSecond = new Slip(service.id(), Unique.hash(), slip.second(), "other", Times.inSeconds(60));
        for (Slip other : List.of(sameFirst, sameSecond)) {
            assertThat(store().add(other.step(), current)).isEqualTo(Saved.TAKEN);
        }
        assertThat(store().find(slip.key()).orElseThrow().step()).isEqualTo(slip);
        assertThat(store().find(sameSecond.key())).isEmpty();
    }

    @Test
    void manyAtOnceEachGetTheirOwnAnswer() {
        Slip taken = aSlip();
        store().add(taken.step(), current);
        List<Slip> slips = Stream.generate(this::aSlip).limit(MANY).toList();
        List<Callable<Saved>> adding = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Slip slip = slips.get(i);
            SettingsVersions basis = i % 4 == 1 ? stale().get(0) : current;
            Step step = i % 4 == 2 ? taken.step() : slip.step();
            adding.add(() -> store().add(step, basis));
        }
        List<Saved> saved = Together.run(adding);
        for (int i = 0; i < MANY; i++) {
            assertThat(saved.get(i))
                    .isEqualTo(
                            switch (i % 4) {
                                case 1 -> Saved.STALE;
                                case 2 -> Saved.TAKEN;
                                default -> Saved.SAVED;
                            });
            assertThat(store().find(slips.get(i).key()).isPresent()).isEqualTo(saved.get(i) == Saved.SAVED);
        }
    }

    @Test
    void ofSeveralThatAddTheSameOneDoes() {
        for (int round = 0; round < 5; round++) {
            List<Slip> slips = Stream.generate(this::aSlip).limit(4).toList();
            List<Callable<Saved>> adding = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Slip slip = slips.get(i % slips.size());
                adding.add(() -> store().add(slip.step(), current));
            }
            List<Saved> saved = Together.run(adding);
            assertThat(Collections.frequency(saved, Saved.SAVED)).isEqualTo(slips.size());
            assertThat(Collections.frequency(saved, Saved.TAKEN)).isEqualTo(MANY - slips.size());
        }
    }

    @Test
    void noneIsReplacedOnOldSettings() {
        DeviceAuthorization device = aStoredDevice();
        for (SettingsVersions basis : stale()) {
            assertThat(store().replace(denied(device), basis)).isFalse();
        }
        assertThat(found(device)).isEqualTo(device);
        assertThat(store().replace(denied(device), current)).isTrue();
    }

    @Test
    void manyAreReplacedAtOnceInWhateverOrder() {
        List<DeviceAuthorization> devices =
                Stream.generate(this::aStoredDevice).limit(MANY / 2).toList();
        List<Callable<Boolean>> replacing = new ArrayList<>();
        for (DeviceAuthorization device : devices) {
            replacing.add(() -> store().replace(denied(device), current));
        }
        for (int i = devices.size() - 1; i >= 0; i--) {
            DeviceAuthorization device = devices.get(i);
            replacing.add(() -> store().replace(denied(device), current));
        }
        List<Boolean> replaced = Together.run(replacing);
        assertThat(Collections.frequency(replaced, true)).isEqualTo(devices.size());
        for (DeviceAuthorization device : devices) {
            assertThat(found(device)).isEqualTo(device.decided(Devices.no(Reason.DENIED)));
        }
    }
}
