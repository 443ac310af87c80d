import { SettingsRepository } from '../../../src/config/settings.repository.js';
import { StorageError } from '../../../src/storage/storage.error.js';

/** Settings in memory, whose reads can be held back, and that can be away. */
export class MemorySettings extends SettingsRepository {
  readonly texts = new Map<string, string>();
  gate = Promise.resolve();
  away = false;

  async find(name: string) {
    if (this.away) throw new StorageError('away');
    const text = this.texts.get(name);
    await this.gate;
    return text;
  }

  async replace(name: string, before: string | undefined, after: string) {
    if (this.texts.get(name) !== before) return false;
    this.texts.set(name, after);
    return true;
  }
}
