import { Injectable } from '@nestjs/common';
import { type Page, paged } from '../../http/page.js';
import { SettingChangePage, SettingChangeView } from './history.dto.js';
import { SettingHistory } from './setting-history.js';

/** Lists what was changed of the settings. */
@Injectable()
export class HistoryService {
  constructor(private readonly history: SettingHistory) {}

  /** A page, the newest first. */
  async page({ limit, cursor }: Page): Promise<SettingChangePage> {
    const { changes, next } = await this.history.page(limit, cursor);
    return paged(changes.map(SettingChangeView.of), next);
  }
}
