import { describe, expect, test } from "vitest";
import type { PlanFact, ProjectFact, UnitFact } from "@/db/seed/facts";
import { ORGANIZATIONS } from "@/db/seed/organizations";
import { PLANS } from "@/db/seed/plans";
import { REGIONS } from "@/db/seed/regions";
import { SECTORS, type Sector } from "@/db/vocabulary";

const projects = PLANS.flatMap((plan) => plan.projects);

describe("totals", () => {
  test.each([
    ["chengkou", 27, 97_325],
    ["qianjiang", 12, 347_700],
    ["dianjiang", 9, 0],
  ])("%s has %i projects and %i 万元", (key, count, wan) => {
    const plan = planOf(key);
    expect(plan.projects).toHaveLength(count);
    expect(sumWan(plan.projects)).toBe(wan);
  });

  test("48 projects have 445,025 万元; amount, lead and period are known for 39", () => {
    expect(projects).toHaveLength(48);
    expect(sumWan(projects)).toBe(445_025);
    expect(projects.filter((project) => project.totalInvestmentWan !== null)).toHaveLength(39);
    expect(projects.filter((project) => project.leads.length > 0)).toHaveLength(39);
    expect(projects.filter((project) => project.start && project.end)).toHaveLength(39);
  });

  test("the totals by primary sector add up", () => {
    const wan = SECTORS.map((sector) => [sector, sumWan(projectsOf(sector))]);
    expect(Object.fromEntries(wan)).toEqual({
      traditional_chinese_medicine: 6_200,
      biomedicine_health: 4_000,
      new_materials: 2_000,
      smart_city: 47_790,
      digital_economy: 330_000,
      culture_tourism: 2_000,
      specialty_agriculture_forestry: 22_390,
      food_processing: 8_165,
      ecology: 8_480,
      specialty_light_industry: 9_000,
      modern_services: 0,
      technology_services: 5_000,
    });
    const medicine = projectsOf("traditional_chinese_medicine");
    expect(medicine.filter((project) => project.totalInvestmentWan !== null)).toHaveLength(8);
    expect(medicine.filter((project) => project.totalInvestmentWan === null)).toHaveLength(2);
    const services = projectsOf("modern_services");
    expect(services.map((project) => project.totalInvestmentWan)).toEqual([null, null]);
  });
});

describe("leads and owners", () => {
  test("Chengkou has 11 joint leads", () => {
    const joint = planOf("chengkou").projects.filter((project) => project.leads.length > 1);
    expect(rows(joint)).toEqual([13, 14, 15, 16, 17, 19, 22, 24, 25, 26, 27]);
    expect(sumWan(joint)).toBe(18_355);
  });

  test.each([
    ["县经济信息委", 2, 2],
    ["县林业局", 9, 10],
    ["县经济信息委（县科技局）", 11, 17],
    ["县发展改革委", 2, 2],
    ["县农业农村委", 3, 7],
  ])("%s is first-named in %i and leads in %i", (unit, first, any) => {
    const leads = planOf("chengkou").projects.map((project) => texts(project.leads));
    expect(leads.filter((names) => names[0] === unit)).toHaveLength(first);
    expect(leads.filter((names) => names.includes(unit))).toHaveLength(any);
  });

  test("16 projects with 362,700 万元 have only a placeholder as owner", () => {
    const open = projects.filter(
      ({ owners }) => owners.length > 0 && owners.every((owner) => owner.kind === "placeholder"),
    );
    expect(open).toHaveLength(16);
    expect(sumWan(open)).toBe(362_700);
  });

  test("open lists keep the number of units, or that there is none", () => {
    const open = projects.flatMap(({ sourceRow, owners }) =>
      owners.filter((owner) => owner.kind === "open_list").map((owner) => [sourceRow, owner]),
    );
    expect(open).toEqual([
      [2, { kind: "open_list", text: "等28个相关部门", count: 28 }],
      [20, { kind: "open_list", text: "等单位", count: null }],
      [21, { kind: "open_list", text: "等单位", count: null }],
    ]);
  });
});

describe("organizations", () => {
  test("every named unit is one organization, and every organization is used", () => {
    const used = PLANS.flatMap((plan) =>
      plan.projects
        .flatMap((project) => [...project.owners, ...project.hosts, ...project.leads])
        .filter((unit) => unit.kind === "named")
        .map((unit) => {
          const matches = ORGANIZATIONS.filter(
            ({ name, regionCode }) =>
              name === unit.text && [plan.regionCode, null].includes(regionCode),
          );
          expect(matches, unit.text).toHaveLength(1);
          return matches[0];
        }),
    );
    expect(new Set(used)).toEqual(new Set(ORGANIZATIONS));
  });

  test("links between organizations stay within a region and point to one that exists", () => {
    const keys = ORGANIZATIONS.map(({ name, regionCode }) => `${regionCode} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    const links = ORGANIZATIONS.map((body) => [body, body.bracketedNameOf ?? body.probablySameAs])
      .filter((link) => link[1] !== undefined)
      .map(([body, target]) => [body, ORGANIZATIONS.find(({ name }) => name === target)]);
    expect(links).toMatchObject([
      [{ name: "县经济信息委（县科技局）", regionCode: "500229" }, { regionCode: "500229" }],
      [{ name: "重庆市大巴山中药研究院", regionCode: null }, { regionCode: null }],
      [{ name: "天宝药业", regionCode: null }, { regionCode: null }],
    ]);
  });

  test("every region code is a region", () => {
    const codes = REGIONS.map(({ code }) => code);
    expect(codes).toEqual(["500229", "500114", "500231"]);
    expect(codes).toEqual(expect.arrayContaining(PLANS.map((plan) => plan.regionCode)));
  });
});

describe("what a document does not say is null", () => {
  test("Dianjiang's nine have no amount, period, lead or owner; hosts only in 专栏7", () => {
    const boxed = planOf("dianjiang").projects;
    expect(boxed.map(({ sourceTable, sourceRow }) => `${sourceTable}-${sourceRow}`)).toEqual([
      ...[1, 2, 3, 4].map((row) => `专栏4-${row}`),
      ...[1, 2, 3, 4, 5].map((row) => `专栏7-${row}`),
    ]);
    for (const project of boxed) {
      expect(project).toMatchObject({
        totalInvestmentWan: null,
        start: null,
        end: null,
        durationYears: null,
        field: null,
        leads: [],
        owners: [],
      });
      expect(project.hosts.length > 0).toBe(project.sourceTable === "专栏7");
    }
    expect(texts(boxed[6]?.hosts ?? [])).toEqual(["垫江县人民医院", "垫江县永安梅哂酒厂"]);
  });

  test("Chengkou has neither field nor duration, Qianjiang one field for all", () => {
    for (const project of planOf("chengkou").projects) {
      expect(project).toMatchObject({ field: null, durationYears: null, hosts: [] });
    }
    for (const project of planOf("qianjiang").projects) {
      expect(project.field).toBe("科技创新、应用示范");
      expect(project.durationYears).toBe(Number(project.end) - Number(project.start) + 1);
    }
  });

  test("row 12 of Qianjiang says 2000万 and is 2,000 万元", () => {
    const project = planOf("qianjiang").projects[11];
    expect(project?.totalInvestmentWan).toBe(2_000);
    expect(project?.cells[6]).toMatchObject({ field: "totalInvestment", text: "2000万" });
  });
});

describe("sectors and types", () => {
  test("evidence stands in the name or in the content", () => {
    for (const { name, content, primarySector, furtherSectors } of projects) {
      const sectors = [primarySector, ...furtherSectors];
      expect(new Set(sectors.map(({ sector }) => sector)).size).toBe(sectors.length);
      for (const { sector, evidence } of sectors) {
        expect(evidence.length, `${name} ${sector}`).toBeGreaterThan(0);
        for (const word of evidence) expect(`${name}\n${content}`).toContain(word);
      }
    }
  });

  test("sectors are as tabled: the primary one first", () => {
    const assigned = PLANS.map(({ projects }) =>
      projects
        .map(({ primarySector, furtherSectors }) =>
          [primarySector, ...furtherSectors].map(({ sector }) => SHORT[sector]).join(""),
        )
        .join(" "),
    );
    expect(assigned).toEqual([
      "城数 城数 农食 科态文 态数 态农 农态 中 中农 中数 中食 中食 中农 中农食 中 农食 食农 农 农食 农 农数 轻农 食 食农 食 食农 食",
      "数 食 材 医中 农 农 农 轻农文 医中 科 数 文服",
      "服数 服数文 数 文数 医 中医 食中 食中 中农",
    ]);
  });

  test("debatable assignments are not confirmed", () => {
    const open = PLANS.map(({ projects }) => rows(projects.filter((p) => !p.sectorsConfirmed)));
    expect(open).toEqual([
      [3, 4, 7, 11, 17, 21, 23, 26],
      [1, 9],
      [4, 3, 4],
    ]);
  });

  test("types are as agreed", () => {
    const ofType = (type: string) =>
      PLANS.map(({ projects }) => rows(projects.filter((project) => project.type === type)));
    expect(ofType("construction")).toEqual([[1, 2, 3, 5, 6, 7, 17, 18, 22], [11], [1, 4, 2]]);
    expect(ofType("platform")).toEqual([
      [4, 8, 16, 23],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12],
      [2, 3, 1, 5],
    ]);
    expect(ofType("research")).toEqual([
      [9, 10, 11, 12, 13, 14, 15, 19, 20, 21, 24, 25, 26, 27],
      [],
      [3, 4],
    ]);
  });
});

const SHORT: Record<Sector, string> = {
  traditional_chinese_medicine: "中",
  biomedicine_health: "医",
  new_materials: "材",
  smart_city: "城",
  digital_economy: "数",
  culture_tourism: "文",
  specialty_agriculture_forestry: "农",
  food_processing: "食",
  ecology: "态",
  specialty_light_industry: "轻",
  modern_services: "服",
  technology_services: "科",
};

function planOf(key: string): PlanFact {
  const plan = PLANS.find((candidate) => candidate.key === key);
  if (!plan) throw new Error(`no plan ${key}`);
  return plan;
}

function projectsOf(sector: Sector): ProjectFact[] {
  return projects.filter((project) => project.primarySector.sector === sector);
}

function sumWan(some: ProjectFact[]): number {
  return some.reduce((sum, project) => sum + (project.totalInvestmentWan ?? 0), 0);
}

function rows(some: ProjectFact[]): number[] {
  return some.map((project) => project.sourceRow);
}

function texts(units: UnitFact[]): string[] {
  return units.map((unit) => unit.text);
}
