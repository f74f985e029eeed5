/** The house's own settings and secrets. */
import type { Database } from "better-sqlite3";
import { open, seal } from "../sealed.ts";
import type { SettingStore } from "../settings.ts";

export function settings(db: Database): SettingStore {
  const addSecret = db.prepare<[string, string]>(
    "insert into secrets (name, value) values (?, ?) on conflict (name) do nothing",
  );
  const secret = db.prepare<[string], { value: string }>(
    "select value from secrets where name = ?",
  );
  const setting = db.prepare<[string], { value: string }>(
    "select value from settings where name = ?",
  );
  const setSetting = db.prepare<[string, string]>(
    "insert into settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
  );
  const addSetting = db.prepare<[string, string]>(
    "insert into settings (name, value) values (?, ?) on conflict (name) do nothing",
  );
  const swapSetting = db.prepare<[string, string, string]>(
    "update settings set value = ? where name = ? and value = ?",
  );

  return {
    secret: (name, fresh) => {
      const known = secret.get(name);
      if (known !== undefined) return open(known.value);
      addSecret.run(name, seal(fresh()));
      const kept = secret.get(name);
      if (kept === undefined) throw new Error(`the secret ${name} could not be kept`);
      return open(kept.value);
    },
    setting: (name) => setting.get(name)?.value,
    setSetting: (name, value) => {
      setSetting.run(name, value);
    },
    changeSetting: (name, from, to) =>
      (from === undefined ? addSetting.run(name, to) : swapSetting.run(to, name, from)).changes ===
      1,
  };
}
