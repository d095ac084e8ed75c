namespace LiveStyle.Train.Reports;

/// <summary>How a report looks, in light and in dark.</summary>
internal static class ReportStyles
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --page: #f7f6f3; --card: #ffffff; --ink: #1d1d1b; --dim: #6c6a64; --line: #e4e2dc; --accent: #2a6fbf;
          --c0: #2a6fbf; --c1: #d9542b; --c2: #15936a; --c3: #8a4fc4; --c4: #b98300; --c5: #c93a74; --c6: #178a9c; --c7: #6d6d6d;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #161615; --card: #1f1f1d; --ink: #eeece6; --dim: #a19e96; --line: #363530; --accent: #6aa9ee;
            --c0: #6aa9ee; --c1: #f08a66; --c2: #4cc79b; --c3: #b991ee; --c4: #e0b04a; --c5: #ec7fae; --c6: #5cc4d4; --c7: #b0b0b0;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 28px 20px 40px; }
        h1 { margin: 0; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { margin: 0 0 12px; font-size: 16px; }
        .state { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 6px 0 10px; color: var(--dim); }
        .state strong { color: var(--ink); }
        .bar { height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
        .bar div { height: 100%; border-radius: 3px; background: var(--accent); }
        section { margin-top: 20px; padding: 18px 20px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
        .chart { display: block; width: 100%; height: auto; }
        .chart text { font-size: 13px; fill: var(--dim); font-variant-numeric: tabular-nums; }
        .chart .level { text-anchor: end; }
        .chart .step { text-anchor: middle; }
        .chart .turned { text-anchor: end; }
        .grid { stroke: var(--line); stroke-width: 1; }
        line.phase { stroke: var(--dim); stroke-width: 1; stroke-dasharray: 3 4; }
        polyline { fill: none; stroke-linejoin: round; stroke-linecap: round; }
        .raw { stroke-width: 1; opacity: .28; }
        .trend { stroke-width: 2.2; }
        .dashed { stroke-dasharray: 6 4; }
        .c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } .c3 { stroke: var(--c3); }
        .c4 { stroke: var(--c4); } .c5 { stroke: var(--c5); } .c6 { stroke: var(--c6); } .c7 { stroke: var(--c7); }
        .legend { margin-top: 10px; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .legend th { padding: 2px 0 4px 28px; color: var(--dim); font-weight: normal; text-align: right; }
        .legend td { padding: 2px 0 2px 28px; text-align: right; }
        .legend th:first-child, .legend td:first-child { padding-left: 0; text-align: left; }
        .legend svg { width: 22px; height: 8px; margin-right: 9px; vertical-align: middle; }
        figure { margin: 0 0 16px; }
        figure:last-child { margin-bottom: 0; }
        img { display: block; max-width: 100%; height: auto; border-radius: 6px; }
        figcaption { margin-top: 4px; color: var(--dim); }
        dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 8px 24px; margin: 0; }
        dt { color: var(--dim); font-size: 13px; }
        dd { margin: 0; overflow-wrap: anywhere; }
        footer { margin-top: 18px; color: var(--dim); font-size: 13px; }

        """;
}
