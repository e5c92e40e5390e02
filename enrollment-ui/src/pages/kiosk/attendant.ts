import type { Attempt, Decision } from './decision';
import type { Grid } from './grid';
import { answered, failed, type Kiosk, mayAsk, pressed, saw, secretsOf, wantsOther, WATCHING } from './kiosk';
import { letInAt, look, nobodyIn, type Scene, UNSEEN } from './scene';

/** What the loop needs of the world. */
export interface World {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** What the camera shows; undefined while it shows nothing. */
  see(): Grid | undefined;
  /** The same as a picture that can be sent. */
  grab(): Promise<Blob>;
  decide(attempt: Attempt, signal: AbortSignal): Promise<Decision>;
  newKey(): string;
}

const LOOKS_PER_SECOND = 6;

/** Watches a camera and asks the service about whoever stands before it, one question at a time. */
export class Attendant {
  private kiosk: Kiosk = WATCHING;
  private scene: Scene = UNSEEN;
  private asking = false;

  constructor(
    private readonly world: World,
    private readonly show: (kiosk: Kiosk, asking: boolean) => void,
  ) {}

  /** Until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.step(signal);
      await this.world.sleep(1000 / LOOKS_PER_SECOND);
    }
  }

  press(key: string): void {
    this.become(pressed(this.kiosk, key, this.world.now()));
  }

  wantOther(): void {
    this.become(wantsOther(this.kiosk, this.world.now()));
  }

  private step(signal: AbortSignal): void {
    const grid = this.world.see();
    if (!grid) {
      return;
    }
    const at = this.world.now();
    const { scene, sight } = look(this.scene, grid, at);
    this.scene = scene;
    if (this.asking) {
      return;
    }
    this.become(saw(this.kiosk, sight, at));
    if (mayAsk(this.kiosk, sight, at)) {
      this.become(this.kiosk, true);
      void this.ask(grid, signal);
    }
  }

  private async ask(grid: Grid, signal: AbortSignal): Promise<void> {
    const secrets = secretsOf(this.kiosk);
    let next: Kiosk;
    try {
      const picture = await this.world.grab();
      const decision = await this.world.decide({ key: this.world.newKey(), picture, secrets }, signal);
      // Whoever has just entered something looks at the keys, and is no part of the room.
      if (decision.reason === 'no_face' && Object.keys(secrets).length === 0) {
        this.scene = nobodyIn(this.scene, grid);
      }
      if (decision.outcome === 'granted') {
        this.scene = letInAt(this.scene, grid);
      }
      next = answered(this.kiosk, decision, this.world.now());
    } catch (problem) {
      next = failed(this.kiosk, problem, this.world.now());
    }
    if (!signal.aborted) {
      this.become(next, false);
    }
  }

  private become(kiosk: Kiosk, asking = this.asking): void {
    if (kiosk !== this.kiosk || asking !== this.asking) {
      this.kiosk = kiosk;
      this.asking = asking;
      this.show(kiosk, asking);
    }
  }
}
